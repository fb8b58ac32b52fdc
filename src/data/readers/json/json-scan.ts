/** Where JSON breaks its rules, and how. */
export class JsonFault extends Error {
  constructor(
    readonly at: number,
    what: string,
  ) {
    super(what);
  }
}

/** A whole record, but not of the kind of the others: it can be set aside without doubting the rest. */
export class OtherKind extends JsonFault {}

/** Objects and lists inside each other, at most: a deeper text is no table, and would use up the stack. */
const DEEPEST = 200;

const PLAIN = /[^"\\\u0000-\u001f]*/uy;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/uy;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/uy;
const WORD = /(?:true|false|null|NaN|-?Infinity)(?![\w$])/uy;
const SPACE = /[ \t\r\n]*/uy;

/** Called for every member of an object or element of a list: where its value begins and ends; `key` of members. */
export type OnPart = (at: number, end: number, key: string) => void;

/** Where the next character that is no blank stands. */
export function skipSpace(text: string, at: number): number {
  return matchEnd(SPACE, text, at) ?? at;
}

/** The end of the value that begins at `at`. Strict JSON, but for NaN and infinities. Throws a JsonFault. */
export function skipValue(text: string, at: number, depth = 0): number {
  const first = text[at];
  if (first === '"') return skipString(text, at);
  if (first === "{") return eachMember(text, at, () => undefined, depth);
  if (first === "[") return eachElement(text, at, () => undefined, depth);
  const end = matchEnd(NUMBER, text, at) ?? matchEnd(WORD, text, at);
  if (end === null || /[\w.+$-]/u.test(text[end] ?? "")) throw unexpected(text, at);
  return end;
}

/** Every member of the object at `at`; returns the object's end. Throws a JsonFault. */
export function eachMember(text: string, at: number, visit: OnPart, depth = 0): number {
  refuseDepth(at, depth);
  let next = skipSpace(text, at + 1);
  if (text[next] === "}") return next + 1;
  for (;;) {
    if (text[next] !== '"') throw noKey(text, next);
    const keyEnd = skipString(text, next);
    const colon = skipSpace(text, keyEnd);
    if (text[colon] !== ":") throw unexpected(text, colon);
    const start = skipSpace(text, colon + 1);
    const end = skipValue(text, start, depth + 1);
    visit(start, end, stringAt(text, next, keyEnd));
    const after = skipSpace(text, end);
    if (text[after] === "}") return after + 1;
    if (text[after] !== ",") throw unexpected(text, after);
    next = skipSpace(text, after + 1);
    if (text[next] === "}") throw new JsonFault(after, "there is a comma too many");
  }
}

/** Every element of the list at `at`; returns the list's end. Throws a JsonFault. */
export function eachElement(text: string, at: number, visit: OnPart, depth = 0): number {
  refuseDepth(at, depth);
  let next = skipSpace(text, at + 1);
  if (text[next] === "]") return next + 1;
  for (;;) {
    const end = skipValue(text, next, depth + 1);
    visit(next, end, "");
    const after = skipSpace(text, end);
    if (text[after] === "]") return after + 1;
    if (text[after] !== ",") throw unexpected(text, after);
    next = skipSpace(text, after + 1);
    if (text[next] === "]") throw new JsonFault(after, "there is a comma too many");
  }
}

/** The string between `at` and `end`, quotes included there, as it reads. */
export function stringAt(text: string, at: number, end: number): string {
  const inner = text.slice(at + 1, end - 1);
  return inner.includes("\\") ? (JSON.parse(text.slice(at, end)) as string) : inner;
}

function skipString(text: string, at: number): number {
  let next = at + 1;
  for (;;) {
    next = matchEnd(PLAIN, text, next) ?? next;
    if (text[next] === '"') return next + 1;
    if (next >= text.length) throw new JsonFault(at, "a text is never closed");
    const end = matchEnd(ESCAPE, text, next);
    if (end === null)
      throw new JsonFault(
        next,
        text[next] === "\\"
          ? "a backslash stands before the wrong sign"
          : "a text holds a line end or control character",
      );
    next = end;
  }
}

function matchEnd(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

function refuseDepth(at: number, depth: number): void {
  if (depth >= DEEPEST) throw new JsonFault(at, `it is nested deeper than ${DEEPEST} levels`);
}

function noKey(text: string, at: number): JsonFault {
  return /[\w$']/u.test(text[at] ?? "") ? new JsonFault(at, "a name has no double quotes") : unexpected(text, at);
}

function unexpected(text: string, at: number): JsonFault {
  const found = text.codePointAt(at);
  if (found === undefined) return new JsonFault(at, "it ends in the middle of a value");
  const shown = String.fromCodePoint(found);
  if (shown === "," || shown === "]" || shown === "}")
    return new JsonFault(at, `“${shown}” stands where a value should be`);
  return new JsonFault(at, `“${shown}” is unexpected`);
}
