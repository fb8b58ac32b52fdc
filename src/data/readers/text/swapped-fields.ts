import type { SwappedColumns } from "../../text-account";
import { isMissing } from "./cell-kind";

/** What a column usually holds, as the head of its file tells. Plain, so that it can go to another thread. */
export interface UsualValues {
  readonly kind: "numbers" | "words" | "mixed";
  /** Of words: those in the head, at most so many as make a list of kinds rather than of names. */
  readonly words: readonly string[];
}

const ENOUGH = 20;
const MOST_WORDS = 200;
const SAMPLES = 5;
const PLAIN_NUMBER = /^\s*[+-]?(?=[.,]*\d)[\d.,]+\s*$/u;

/** What each column holds in nine of ten of these records. */
export function usualValues(rows: readonly (readonly string[])[], width: number): readonly UsualValues[] {
  return Array.from({ length: width }, (_, column) => {
    const cells = rows.map((row) => row[column] ?? "").filter((cell) => !isMissing(cell));
    const numbers = cells.filter((cell) => PLAIN_NUMBER.test(cell)).length;
    if (cells.length < ENOUGH) return { kind: "mixed", words: [] };
    if (numbers >= 0.9 * cells.length) return { kind: "numbers", words: [] };
    const words = [...new Set(cells.filter((cell) => !PLAIN_NUMBER.test(cell)))];
    const few = words.length <= MOST_WORDS && words.length * 2 < cells.length;
    return numbers <= 0.1 * cells.length && few ? { kind: "words", words } : { kind: "mixed", words: [] };
  });
}

/** Finds rows in which a column of numbers holds a word of another column, and that column a number. */
export class SwappedFields {
  private readonly numbers: readonly number[];
  private readonly words: readonly { readonly column: number; readonly known: ReadonlySet<string> }[];
  private readonly found = new Map<string, { a: number; b: number; count: number; samples: SwappedSample[] }>();

  constructor(usual: readonly UsualValues[]) {
    this.numbers = usual.flatMap(({ kind }, column) => (kind === "numbers" ? [column] : []));
    this.words = usual.flatMap(({ kind, words }, column) =>
      kind === "words" ? [{ column, known: new Set(words) }] : [],
    );
  }

  /** Looks at one row; `row` is its place in the table, from 1. */
  look(fields: readonly string[], row: number): void {
    if (this.words.length === 0) return;
    for (const column of this.numbers) {
      const cell = fields[column] ?? "";
      if (isWord(cell)) this.match(fields, column, cell, row);
    }
  }

  /** The pairs of columns, by their names. */
  pairs(names: readonly string[]): readonly SwappedColumns[] {
    return [...this.found.values()].map(({ a, b, count, samples }) => ({
      numbers: names[a] ?? "",
      words: names[b] ?? "",
      count,
      samples,
    }));
  }

  private match(fields: readonly string[], a: number, word: string, row: number): void {
    for (const { column: b, known } of this.words) {
      const other = fields[b] ?? "";
      if (!known.has(word) || !PLAIN_NUMBER.test(other)) continue;
      const pair = this.found.get(`${a} ${b}`) ?? { a, b, count: 0, samples: [] };
      pair.count++;
      if (pair.samples.length < SAMPLES) pair.samples.push({ row, word, number: other });
      this.found.set(`${a} ${b}`, pair);
    }
  }
}

type SwappedSample = SwappedColumns["samples"][number];

/** Quick for the usual cell, whose first character is a digit. */
function isWord(cell: string): boolean {
  const first = cell.charCodeAt(0);
  if ((first >= 48 && first <= 57) || Number.isNaN(first)) return false;
  return !PLAIN_NUMBER.test(cell) && !isMissing(cell);
}
