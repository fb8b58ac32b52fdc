/** A figure's title as a file name that every system takes: letters, digits and dashes, at most 60. */
export function fileName(title: string, extension: string): string {
  const safe = title
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, "");
  return `${safe.slice(0, 60).replace(/-+$/u, "") || "figure"}.${extension}`;
}
