/**
 * The records of delimited text by RFC 4180: quotes only at the start of a field, doubled inside, LF, CRLF or CR between
 * records, blank lines skipped. Meant for the head of a file: it never fails, and a quote that is never closed, or that
 * swallows more than `MAX_LINES` lines, is taken as an ordinary character. With `complete` false the last record, cut
 * somewhere, is left out.
 */
export function records(text: string, delimiter: string, complete: boolean): readonly CsvRecord[] {
  const found: CsvRecord[] = [];
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  while (at < text.length) {
    const record = readRecord(text, at, delimiter);
    if (record.end >= text.length && !complete && !record.closed) break;
    if (record.fields.length > 1 || record.fields[0] !== "") found.push(record);
    at = record.end;
  }
  return found;
}

const MAX_LINES = 100;

/** One record of the text. */
export interface CsvRecord {
  readonly fields: readonly string[];
  /** Where the next record begins. */
  readonly end: number;
  /** A line end was seen. */
  readonly closed: boolean;
}

function readRecord(text: string, start: number, delimiter: string): CsvRecord {
  const fields: string[] = [];
  let at = start;
  for (;;) {
    const field = readField(text, at, delimiter);
    fields.push(field.value);
    at = field.end;
    if (text[at] === delimiter) {
      at++;
      continue;
    }
    if (at >= text.length) return { fields, end: at, closed: false };
    return { fields, end: text.startsWith("\r\n", at) ? at + 2 : at + 1, closed: true };
  }
}

interface Field {
  readonly value: string;
  /** Where the delimiter, the line end or the end of the text stands. */
  readonly end: number;
}

function readField(text: string, start: number, delimiter: string): Field {
  const quoted = text[start] === '"' ? readQuoted(text, start, delimiter) : null;
  if (quoted !== null) return quoted;
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== "\n" && text[end] !== "\r") end++;
  return { value: text.slice(start, end), end };
}

/** Null when the quote does not close a whole field within reason. */
function readQuoted(text: string, start: number, delimiter: string): Field | null {
  let lines = 0;
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at];
    if (character === "\n" && ++lines > MAX_LINES) return null;
    if (character !== '"') continue;
    const after = text[at + 1];
    if (after === '"') {
      at++;
      continue;
    }
    const ends = after === undefined || after === delimiter || after === "\n" || after === "\r";
    return ends ? { value: text.slice(start + 1, at).replaceAll('""', '"'), end: at + 1 } : null;
  }
  return null;
}
