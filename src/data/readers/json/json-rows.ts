import { flattened, loneValue, valueAt, type FlatValue } from "./json-flatten";
import { eachElement, JsonFault, OtherKind, skipSpace } from "./json-scan";
import type { TextParts } from "../text-parts";

/** What a record is: an object of named values, a list of values by position, or one value alone. */
export type RecordKind = "object" | "list" | "value";

const ONE: Record<RecordKind, string> = { object: "an object", list: "a list", value: "a single value" };
const MANY: Record<RecordKind, string> = { object: "objects", list: "lists", value: "single values" };

/** More columns than this are keys that are values themselves. */
const MOST_COLUMNS = 20_000;

/** Puts records of JSON into rows of text, and counts what a person should know. */
export class JsonRows {
  private kind: RecordKind | null = null;
  private header: readonly string[] | null = null;
  private readonly found: FlatValue[] = [];
  private readonly lists = new Set<string>();
  private dotted: string | null = null;
  private repeated = 0;
  private words = 0;
  private halves = 0;
  private cells = 0;

  /** `header` names positions when the file says them elsewhere. */
  constructor(
    private readonly parts: TextParts,
    header: readonly string[] | null = null,
  ) {
    this.header = header;
  }

  /** Adds the record that `text` is. Throws a JsonFault, and adds nothing then, where it is broken or of another kind. */
  add(text: string): void {
    const at = skipSpace(text, 0);
    const kind = text[at] === "{" ? "object" : text[at] === "[" ? "list" : "value";
    if (this.kind !== null && kind !== this.kind)
      throw new OtherKind(at, `it is ${ONE[kind]} where the others are ${MANY[this.kind]}`);
    this.found.length = 0;
    const end = this.take(text, at, kind);
    if (skipSpace(text, end) < text.length) throw new JsonFault(end, "something follows the end of the record");
    const first = this.kind === null;
    this.kind = kind;
    if (first && kind === "list" && this.header === null && this.isHeader()) {
      this.header = this.found.map((value) => value.text ?? "");
      for (const title of uniqueTitles(this.header)) this.parts.place(title);
      this.header = uniqueTitles(this.header);
      return;
    }
    this.store();
  }

  /** What was done to the records, as sentences. */
  notes(): readonly string[] {
    const missing = this.parts.rows * this.parts.columns.length - this.cells;
    const lists = [...this.lists];
    return [
      ...(this.dotted === null
        ? []
        : [`Objects inside records became columns with dotted names, such as “${this.dotted}”.`]),
      ...(lists.length === 0 ? [] : [`Lists inside records are kept as JSON text, in ${shown(lists)}.`]),
      ...(missing > 0 ? [`Values missing because their record does not name them: ${whole(missing)}.`] : []),
      ...(this.repeated > 0
        ? [`Values replaced by a later one of the same name in their record: ${whole(this.repeated)}.`]
        : []),
      ...(this.words > 0
        ? [`Values NaN or Infinity, which are not JSON, kept as they stand: ${whole(this.words)}.`]
        : []),
      ...(this.halves > 0 ? [`Texts with half a character, which became “�”: ${whole(this.halves)}.`] : []),
      ...(this.kind === "list" && this.header === null
        ? ["The lists have no header, so the columns are numbered."]
        : []),
    ];
  }

  private take(text: string, at: number, kind: RecordKind): number {
    if (kind === "object") return flattened(text, at, this.found);
    if (kind === "list")
      return eachElement(text, at, (start, end) => {
        this.found.push({ path: this.titleOf(this.found.length), ...valueAt(text, start, end) });
      });
    const value = loneValue(text, at);
    this.found.push({ path: "value", ...value });
    return value.end;
  }

  private titleOf(index: number): string {
    return this.header?.[index] ?? `column ${index + 1}`;
  }

  private isHeader(): boolean {
    return this.found.length > 0 && this.found.every((value) => value.kind === "text" && value.text?.trim() !== "");
  }

  private store(): void {
    for (const value of this.found) {
      if (value.path.includes(".") && this.kind === "object") this.dotted ??= value.path;
      if (value.kind === "list") this.lists.add(value.path);
      if (value.kind === "word" && !/^[tf]/u.test(value.text ?? "")) this.words += 1;
      if (value.kind === "text" && value.text?.isWellFormed() === false) this.halves += 1;
      const again = this.parts.put(this.parts.place(value.path), value.text);
      this.repeated += Number(again);
      this.cells += Number(!again);
    }
    if (this.parts.columns.length > MOST_COLUMNS)
      throw new JsonFault(0, `the records have more than ${whole(MOST_COLUMNS)} different names`);
    this.parts.endRow();
  }
}

function uniqueTitles(titles: readonly string[]): readonly string[] {
  const taken = new Map<string, number>();
  return titles.map((title) => {
    const times = (taken.get(title) ?? 0) + 1;
    taken.set(title, times);
    return times === 1 ? title : `${title} (${times})`;
  });
}

function shown(names: readonly string[]): string {
  const some = names
    .slice(0, 3)
    .map((name) => `“${name}”`)
    .join(", ");
  return names.length > 3 ? `${some} and ${names.length - 3} more columns` : some;
}

const whole = (count: number): string => count.toLocaleString("en");
