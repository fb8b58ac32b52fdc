import type { Answer, AnswerColumn } from "../engine";
import { constant, name, sql, type Sql } from "../sql";

/** Rows of one slice: with twenty columns 40 MB, of which the engine holds three copies while it answers. */
const ROWS_AT_ONCE = 250_000;

/**
 * The answer of a statement with `slicedBy`, asked in slices, so that the engine never holds all of a long answer at once:
 * its memory grows for the largest answer and is never given back. The same as of the whole statement where the column
 * numbers the answer's rows in order, from 0, without gaps unless `slicedTo` says where they end.
 */
export async function slicedAnswer(
  statement: Sql,
  slicedBy: string,
  ask: (slice: Sql) => Promise<Answer>,
  rowsAtOnce = ROWS_AT_ONCE,
): Promise<Answer> {
  const slices: Answer[] = [];
  const number = name(slicedBy);
  const { slicedTo } = statement;
  const goesOn = (from: number): boolean =>
    slicedTo === undefined ? slices.at(-1)?.rowCount === rowsAtOnce : from < slicedTo;
  for (let from = 0; from === 0 || goesOn(from); from += rowsAtOnce) {
    const within = sql`${number} >= ${constant(from)} AND ${number} < ${constant(from + rowsAtOnce)}`;
    slices.push(await ask(sql`SELECT * FROM (${statement}) WHERE ${within} ORDER BY ${number}`));
  }
  return slices.length === 1 && slices[0] !== undefined ? slices[0] : together(slices);
}

function together(slices: readonly Answer[]): Answer {
  const { names } = slices[0] as Answer;
  const rowCount = slices.reduce((sum, slice) => sum + slice.rowCount, 0);
  const left = slices.map(({ columns }) => [...columns].reverse());
  // Column by column, and each slice's forgotten on the way: never all of them twice.
  const columns = names.map(() =>
    oneColumn(
      left.map((slice) => slice.pop() as AnswerColumn),
      rowCount,
    ),
  );
  return { names, columns, rowCount };
}

function oneColumn(parts: readonly AnswerColumn[], rowCount: number): AnswerColumn {
  if (!parts.every((part) => part instanceof Float64Array)) return (parts as readonly (readonly string[])[]).flat();
  const values = new Float64Array(rowCount);
  let start = 0;
  for (const part of parts) {
    values.set(part, start);
    start += part.length;
  }
  return values;
}
