import type { CsvFormat } from "./csv-format";
import { readQuoted, type Quoted } from "./csv-quoted";

/** One record of a text. */
export interface CsvRecord {
  readonly fields: readonly string[];
  /** Where it begins, where its text ends, and where the next record begins. */
  readonly start: number;
  readonly stop: number;
  readonly end: number;
  /** A line end was seen. */
  readonly closed: boolean;
  /** Lines of the file that it takes. */
  readonly lines: number;
  /** Nothing but blanks and delimiters; an empty text in quotes is a value. */
  readonly blank: boolean;
  /** Fields whose quotes are not written as they should be. */
  readonly loose: number;
}

/**
 * Cuts text that arrives in pieces into records: LF, CRLF or CR between them, quotes as RFC 4180 has them. It never
 * fails: a quote that does not close a field, or that would swallow whole records, is an ordinary character.
 */
export class RecordScanner {
  private text = "";
  private at = 0;
  private feed = -1;
  private carriage = -1;
  private final = false;

  /** `width` is how many fields a record should have, by which a quote that swallows records is known; 0 if unknown. */
  constructor(
    private readonly format: CsvFormat,
    private readonly width: number,
  ) {}

  /** The text so far unread, then more of it; `final` when nothing follows. */
  push(text: string, final: boolean): void {
    this.text = this.text.slice(this.at) + text;
    this.final = final;
    this.at = 0;
    this.feed = -1;
    this.carriage = -1;
  }

  /** The text of a record that was just returned, without its line end. */
  textOf(record: CsvRecord): string {
    return this.text.slice(record.start, record.stop);
  }

  /** The next record; null when more text is needed, or when there is none. */
  next(): CsvRecord | null {
    if (this.at >= this.text.length) return null;
    const stop = this.lineEnd(this.at);
    if (stop < 0) return null;
    const line = this.text.slice(this.at, stop);
    const record = line.includes(this.format.quote)
      ? this.quotedRecord()
      : this.plainRecord(this.at, stop, fieldsOf(line, this.format));
    if (record !== null) this.at = record.end;
    return record;
  }

  private plainRecord(start: number, stop: number, fields: readonly string[]): CsvRecord {
    const end = this.afterLine(stop);
    const blank = /^[ \t]*$/u.test(fields[0] ?? "") && fields.every((field) => /^[ \t]*$/u.test(field));
    return { fields, start, stop, end, closed: end > stop, lines: 1, loose: 0, blank };
  }

  /** Where the line that holds `from` ends; -1 when that is not known yet. */
  private lineEnd(from: number): number {
    const { text } = this;
    if (this.feed < from) this.feed = found(text.indexOf("\n", from));
    if (this.carriage < from) this.carriage = found(text.indexOf("\r", from));
    const stop = Math.min(this.feed, this.carriage, text.length);
    if (this.final) return stop;
    return stop === text.length || (stop === text.length - 1 && text[stop] === "\r") ? -1 : stop;
  }

  private afterLine(stop: number): number {
    if (stop >= this.text.length) return stop;
    return this.text[stop] === "\r" && this.text[stop + 1] === "\n" ? stop + 2 : stop + 1;
  }

  private quotedRecord(): CsvRecord | null {
    const { format, text, width, final } = this;
    const start = this.at;
    const fields: string[] = [];
    let [at, lines, loose] = [start, 1, 0];
    for (;;) {
      const field = readQuoted(text, at, { format, width, final });
      if (field === "cut") return null;
      const read: Quoted = field ?? this.bareField(at);
      lines += read.lines;
      loose += read.loose;
      fields.push(read.value);
      if (read.end < text.length && text.startsWith(format.delimiter, read.end)) {
        at = read.end + format.delimiter.length;
        if (format.runs) while (text[at] === " " || text[at] === "\t") at++;
        continue;
      }
      const stop = read.end;
      if (!final && (stop >= text.length || (stop === text.length - 1 && text[stop] === "\r"))) return null;
      const end = this.afterLine(stop);
      return { fields, start, stop, end, closed: end > stop, lines, loose, blank: false };
    }
  }

  private bareField(start: number): Quoted {
    const stop = this.lineEnd(start);
    const last = stop < 0 ? this.text.length : stop;
    const next = this.text.indexOf(this.format.delimiter, start);
    const end = next >= 0 && next < last ? next : last;
    const value = this.text.slice(start, end);
    return { value, end, lines: 0, loose: Number(value.trimStart().startsWith(this.format.quote)) };
  }
}

const found = (place: number): number => (place < 0 ? Infinity : place);

/** The fields of one line without quotes. */
function fieldsOf(line: string, format: CsvFormat): readonly string[] {
  return format.runs ? line.trim().split(/[ \t]+/u) : line.split(format.delimiter);
}

/**
 * The records of a whole text, or of its beginning, blank ones left out. With `complete` false the last record, cut
 * somewhere, is left out.
 */
export function records(text: string, format: CsvFormat, complete: boolean, width = 0): readonly CsvRecord[] {
  const scanner = new RecordScanner(format, width);
  const mark = text.startsWith("\uFEFF") ? 1 : 0;
  scanner.push(text.slice(mark), complete);
  const all: CsvRecord[] = [];
  for (let record = scanner.next(); record !== null; record = scanner.next())
    if (!record.blank)
      all.push({ ...record, start: record.start + mark, stop: record.stop + mark, end: record.end + mark });
  const end = all.at(-1)?.end ?? 0;
  // A quote without an end hides all that follows: the text is then taken for the whole, but for its last line.
  if (!complete && end < text.length / 2) return records(text, format, true, width).filter(({ closed }) => closed);
  return all;
}
