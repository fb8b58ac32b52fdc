import type { CsvFormat } from "./csv-format";

/** A field as it was read. */
export interface Quoted {
  readonly value: string;
  /** Where the delimiter, the line end or the end of the text stands. */
  readonly end: number;
  /** Line ends inside. */
  readonly lines: number;
  /** 1 when its quotes are not as RFC 4180 has them. */
  readonly loose: number;
}

interface Reading {
  readonly format: CsvFormat;
  /** Fields that a record should have; 0 if unknown. */
  readonly width: number;
  /** Nothing follows the text. */
  readonly final: boolean;
}

/** A field that is still open after so many characters is taken to be never closed. */
const LONGEST = 8 * 1024 * 1024;
/** So many lines inside quotes, each a whole record of three fields or more, are records that a stray quote swallowed. */
const SWALLOWED = 3;
/** Shorter records, or of unknown width, must be more before that is certain. */
const SWALLOWED_SHORT = 20;

/**
 * The quoted field at `start`; blanks around its quotes are left out. Null when there is none, or when its quote does
 * not close a field: it is then an ordinary character. "cut" when that needs more text. A quote inside that is neither
 * escaped nor the end is kept, as long as the field then ends on the same line.
 */
export function readQuoted(text: string, start: number, reading: Reading): Quoted | null | "cut" {
  const open = text[start] === " " || text[start] === "\t" ? afterBlanks(text, start) : start;
  const { quote } = reading.format;
  if (open >= text.length) return start < text.length && !reading.final ? "cut" : null;
  if (text[open] !== quote) return null;
  let stray = -1;
  let lineEnd = -1;
  let from = open + 1;
  for (;;) {
    const at = text.indexOf(quote, from);
    if (at < 0) return reading.final || text.length - open > LONGEST ? null : "cut";
    const verdict = judge(text, at, open, reading);
    if (verdict === "cut") return "cut";
    if (verdict === "escaped") {
      from = at + (reading.format.escape === "doubled" ? 2 : 1);
      continue;
    }
    if (stray >= 0 || verdict === "stray") {
      lineEnd = lineEnd < 0 ? nextLineEnd(text, open) : lineEnd;
      if (lineEnd < at) return null;
    }
    if (verdict === "end") return closed(text, { start, open, at, stray }, reading);
    stray = stray < 0 ? at : stray;
    from = at + 1;
  }
}

function nextLineEnd(text: string, from: number): number {
  const [feed, carriage] = [text.indexOf("\n", from), text.indexOf("\r", from)];
  return Math.min(feed < 0 ? Infinity : feed, carriage < 0 ? Infinity : carriage);
}

function afterBlanks(text: string, start: number): number {
  let at = start;
  while (text[at] === " " || text[at] === "\t") at++;
  return at;
}

/** What a quote inside quotes is. */
function judge(
  text: string,
  at: number,
  open: number,
  { format, final }: Reading,
): "end" | "escaped" | "stray" | "cut" {
  if (format.escape === "backslash") {
    let slashes = 0;
    while (at - slashes - 1 > open && text[at - slashes - 1] === "\\") slashes++;
    if (slashes % 2 === 1) return "escaped";
  } else if (text[at + 1] === format.quote) return "escaped";
  const after = format.runs ? at + 1 : afterSpaces(text, at + 1);
  if (after + format.delimiter.length > text.length && !final) return "cut";
  const ends = after >= text.length || text[after] === "\n" || text[after] === "\r";
  return ends || text.startsWith(format.delimiter, after) ? "end" : "stray";
}

function afterSpaces(text: string, start: number): number {
  let at = start;
  while (text[at] === " ") at++;
  return at;
}

interface Span {
  readonly start: number;
  readonly open: number;
  readonly at: number;
  readonly stray: number;
}

function closed(text: string, { start, open, at, stray }: Span, reading: Reading): Quoted | null {
  const { format } = reading;
  const inside = text.slice(open + 1, at);
  const ends = inside.match(/\r\n|\r|\n/gu)?.length ?? 0;
  if (ends > SWALLOWED && swallows(inside, reading)) return null;
  const end = format.runs ? at + 1 : afterSpaces(text, at + 1);
  return {
    value: unescaped(inside, format),
    end,
    lines: ends,
    loose: Number(stray >= 0 || open > start || end > at + 1),
  };
}

/** True when the lines inside are records of the right width. */
function swallows(inside: string, { format, width }: Reading): boolean {
  const inner = inside.split(/\r\n|\r|\n/u).slice(1, -1);
  const widths = inner.filter((line) => line !== "").map((line) => line.split(format.delimiter).length);
  const expected = width > 0 ? width : (widths[0] ?? 0);
  const least = width >= 3 ? SWALLOWED : SWALLOWED_SHORT;
  return expected >= 2 && widths.length >= least && widths.every((one) => one === expected);
}

function unescaped(inside: string, { quote, escape }: CsvFormat): string {
  if (escape === "backslash") return inside.replaceAll(/\\(["'\\])/gu, "$1");
  return inside.includes(quote) ? inside.replaceAll(quote + quote, quote) : inside;
}
