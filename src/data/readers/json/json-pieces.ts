import { skipSpace, type JsonFault } from "./json-scan";

/** A piece of a larger text, and the line it begins on, from 1. */
export interface Piece {
  readonly text: string;
  readonly line: number;
}

/** One value that is larger is taken for a fault, not kept growing in memory. */
const LARGEST = 1 << 28;

/** A fault on a known line of the file. */
export class FaultOnLine extends Error {
  constructor(
    readonly line: number,
    what: string,
  ) {
    super(what);
  }
}

/** Lines that hold more than blanks. */
export async function* lines(chunks: AsyncIterable<string>): AsyncGenerator<Piece, void, undefined> {
  let rest = "";
  let line = 1;
  for await (const chunk of chunks) {
    const text = rest + chunk;
    let from = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
      if (skipSpace(text, from) < end) yield { text: text.slice(from, end), line };
      from = end + 1;
      line += 1;
    }
    rest = text.slice(from);
    refuseLarge(rest, line);
  }
  if (skipSpace(rest, 0) < rest.length) yield { text: rest, line };
}

/**
 * The elements of the one list that the text is, each as soon as it is complete, not yet checked. Throws a FaultOnLine
 * where the list itself is broken.
 */
export async function* listElements(chunks: AsyncIterable<string>): AsyncGenerator<Piece, void, undefined> {
  const splitter = new ListSplitter();
  for await (const chunk of chunks) yield* splitter.push(chunk);
  splitter.end();
}

/** Keeps the state of the walk between two chunks. */
class ListSplitter {
  private rest = "";
  private at = 0;
  private depth = 0;
  private quoted = false;
  private line = 1;
  private state: "before" | "inside" | "after" = "before";
  private last: "bracket" | "comma" | "value" = "bracket";

  *push(chunk: string): Generator<Piece, void, undefined> {
    this.rest += chunk;
    if (this.state === "before") this.open();
    while (this.state === "inside") {
      const end = this.elementEnd();
      if (end === null) break;
      yield* this.close(end);
    }
    if (this.state === "after") this.refuseMore();
    else refuseLarge(this.rest, this.line);
  }

  end(): void {
    if (this.state !== "after") throw new FaultOnLine(this.line + newlines(this.rest), "it ends before its list does");
  }

  private open(): void {
    const start = skipSpace(this.rest, 0);
    if (start >= this.rest.length) return;
    this.line += newlines(this.rest.slice(0, start));
    this.rest = this.rest.slice(start + 1);
    this.state = "inside";
  }

  /** Where the comma or bracket after the current element stands; null when it has not come yet. */
  private elementEnd(): number | null {
    const { rest } = this;
    for (; this.at < rest.length; this.at++) {
      const code = rest.charCodeAt(this.at);
      if (this.quoted) {
        // A backslash takes the next character with it, which may come with the next chunk.
        if (code === BACKSLASH) {
          if (this.at + 1 >= rest.length) return null;
          this.at += 1;
        } else if (code === QUOTE) this.quoted = false;
      } else if (code === QUOTE) this.quoted = true;
      else if (code === OPEN_LIST || code === OPEN_OBJECT) this.depth += 1;
      else if (this.depth === 0 && (code === COMMA || code === CLOSE_LIST)) return this.at;
      else if (code === CLOSE_LIST || code === CLOSE_OBJECT) this.depth -= 1;
      if (this.depth < 0)
        throw new FaultOnLine(this.line + newlines(rest.slice(0, this.at)), "a bracket closes nothing");
    }
    return null;
  }

  private *close(end: number): Generator<Piece, void, undefined> {
    const start = skipSpace(this.rest, 0);
    const line = this.line + newlines(this.rest.slice(0, start));
    const closes = this.rest.charCodeAt(end) === CLOSE_LIST;
    const empty = start >= end;
    if (empty && !(closes && this.last === "bracket"))
      throw new FaultOnLine(line, closes ? "there is a comma too many" : "“,” stands where a value should be");
    if (!empty) yield { text: this.rest.slice(start, end), line };
    this.line += newlines(this.rest.slice(0, end));
    this.rest = this.rest.slice(end + 1);
    this.at = 0;
    this.last = closes ? "value" : "comma";
    if (closes) this.state = "after";
  }

  private refuseMore(): void {
    const start = skipSpace(this.rest, 0);
    this.line += newlines(this.rest.slice(0, start));
    this.rest = this.rest.slice(start);
    if (this.rest !== "") throw new FaultOnLine(this.line, "something follows the end of its list");
  }
}

const QUOTE = 34;
const COMMA = 44;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** Line ends in a text. */
export function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

/** A fault of one piece as a fault on a line of the file. */
export function onLine(fault: JsonFault, piece: Piece): FaultOnLine {
  return new FaultOnLine(piece.line + newlines(piece.text.slice(0, fault.at)), fault.message);
}

function refuseLarge(rest: string, line: number): void {
  if (rest.length > LARGEST) throw new FaultOnLine(line, "one value is larger than 256 MB");
}
