/** Names of devices on Windows, which no file may have. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;

/** A figure's title as a file name that every system takes: letters, digits and dashes, at most 60. */
export function fileName(title: string, extension: string): string {
  const safe = title
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, "-")
    .replaceAll(/^-|-$/gu, "");
  const short = [...safe].slice(0, 60).join("").replace(/-$/u, "") || "figure";
  return `${RESERVED.test(short) ? `figure-${short}` : short}.${extension}`;
}
