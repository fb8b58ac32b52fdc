import { numbers, type Answer } from "../data/engine";

/** What `read` makes of each row of an answer; `at` gives the number in a column. Throws for a column of text or none. */
export function answerRows<Row>(
  answer: Answer,
  read: (at: (column: string) => number, row: number) => Row,
): readonly Row[] {
  return Array.from({ length: answer.rowCount }, (_, row) =>
    read((column) => numbers(answer, column)[row] ?? NaN, row),
  );
}
