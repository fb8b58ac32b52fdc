/** A text of at most `longest` UTF-16 units, its end replaced by “…” where it is longer; never half a character. */
export function clipped(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text
    .slice(0, longest - 1)
    .replace(/\p{Surrogate}$/u, "")
    .trimEnd()}…`;
}
