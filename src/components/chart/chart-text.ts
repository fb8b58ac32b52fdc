import { clipped } from "../../charts/clipped";

/** Keys of a Plotly figure whose strings are shown to people (and could be read as markup). */
const SHOWN = new Set(["text", "hovertext", "ticktext", "name", "label"]);

/** Longer texts push a drawing off its own card; the tooltip and the table have the whole. */
const LONGEST_DRAWN = 120;
/** Where a name of an axis goes on in a new line. A letter of no script, so that a name hardly ever holds it itself. */
export const NEW_LINE = "\uE000";

const LINE_BREAK = /\r\n?|\n/gu;

export function isShown(key: string): boolean {
  return SHOWN.has(key);
}

/** A shown text for the drawing library: letter by letter, on one line of bounded length except under the pointer. */
export function chartText(key: string, text: string): string {
  if (key === "hovertext") return escaped(text).replaceAll(LINE_BREAK, "<br>");
  const drawn = escaped(clipped(text.replaceAll(LINE_BREAK, " "), LONGEST_DRAWN));
  return key === "ticktext" ? drawn.replaceAll(NEW_LINE, "<br>") : drawn;
}

/** Text as Plotly shows it letter by letter: no tag, no entity, no `%{template}`. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("%{", "%\u200B{");
}
