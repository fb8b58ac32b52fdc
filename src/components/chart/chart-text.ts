import { clipped } from "../../charts/clipped";

/** Keys of a Plotly figure whose strings are shown to people (and could be read as markup). */
const SHOWN = new Set(["text", "hovertext", "ticktext", "name", "label"]);

/** Longer texts push a drawing off its own card; the tooltip and the table have the whole. */
const LONGEST_DRAWN = 120;
const LINE_BREAK = /\r\n?|\n/gu;

export function isShown(key: string): boolean {
  return SHOWN.has(key);
}

/** A shown text for the drawing library: letter by letter, on one line of bounded length except under the pointer. */
export function chartText(key: string, text: string): string {
  if (key === "hovertext") return escaped(text).replaceAll(LINE_BREAK, "<br>");
  return escaped(clipped(text.replaceAll(LINE_BREAK, " "), LONGEST_DRAWN));
}

/** Text as Plotly shows it letter by letter: no tag, no entity, no `%{template}`. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("%{", "%\u200B{");
}

const ENTITY = /&(?:amp|lt|gt);/gu;

/** Text that is escaped already, in lines of at most so many letters where its words allow it. */
export function inLines(shown: string, letters: number): string {
  return linesOf(shown, letters).join("<br>");
}

/** The lines of a text, parted at blanks; a word longer than a line has one of its own. */
export function linesOf(text: string, letters: number): readonly string[] {
  const length = (part: string): number => part.replaceAll(ENTITY, "x").length;
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.pop();
    if (last === undefined) lines.push(word);
    else if (length(`${last} ${word}`) <= letters) lines.push(`${last} ${word}`);
    else lines.push(last, word);
  }
  return lines;
}
