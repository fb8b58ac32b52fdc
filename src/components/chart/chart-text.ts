/** Keys of a Plotly figure whose strings are shown to people (and could be read as markup). */
const SHOWN = new Set(["text", "hovertext", "ticktext", "name"]);

export function isShown(key: string): boolean {
  return SHOWN.has(key);
}

/** Text as Plotly shows it letter by letter: no tag, no entity, no `%{template}`; a line break becomes a break. */
export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("%{", "%\u200B{")
    .replaceAll("\n", "<br>");
}
