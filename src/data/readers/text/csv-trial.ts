import type { CsvFormat } from "./csv-format";
import { records, type CsvRecord } from "./csv-records";

/** The records of a head as one format has them. */
export interface Trial {
  readonly format: CsvFormat;
  readonly found: readonly CsvRecord[];
  /** The commonest number of fields. */
  readonly width: number;
  /** Share of the records that have it. */
  readonly even: number;
  /** Fields whose quotes are not as the format has them. */
  readonly loose: number;
}

/** Reads the head in that format; a second time where stray quotes may have swallowed records. */
export function tried(text: string, format: CsvFormat, complete: boolean): Trial {
  const first = records(text, format, complete);
  const width = commonest(first);
  const found = first.some(({ lines }) => lines > 4) ? records(text, format, complete, width) : first;
  return {
    format,
    found,
    width,
    even: found.filter(({ fields }) => fields.length === width).length / Math.max(1, found.length),
    loose: found.reduce((sum, record) => sum + record.loose, 0),
  };
}

/**
 * The commonest number of fields after the first record, the larger of two that are equally common. Records of one field
 * before all others are titles and do not count.
 */
function commonest(found: readonly CsvRecord[]): number {
  const start = Math.max(
    0,
    found.findIndex(({ fields }) => fields.length > 1),
  );
  const below = found.slice(start);
  const counts = new Map<number, number>();
  for (const { fields } of below.length > 1 ? below.slice(1) : below)
    counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  const larger = (most: readonly [number, number], one: readonly [number, number]): boolean =>
    one[1] > most[1] || (one[1] === most[1] && one[0] > most[0]);
  return [...counts].reduce((most, one) => (larger(most, one) ? one : most), [0, 0])[0];
}
