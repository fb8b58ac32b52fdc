import { numbers, type Engine } from "../engine";
import { joined, name, sql, type Sql } from "../sql";
import { GAPS, type NumberStyle } from "./number-value";
import { isText, type RawColumn } from "./raw-table";

/** How a column's numbers are read, and whether they could be read another way just as well. */
export interface NumberReading {
  readonly style: NumberStyle;
  /** The other reading where the values allow two ("1,234" alone is either), else null. */
  readonly other: NumberStyle | null;
}

/** Counts of one column's cells that are written with a comma, a gap, or a point before exactly three digits. */
interface Marks {
  readonly commas: number;
  /** 1,234 or 1,234.5, and those of them that are nothing else: two commas, or a point behind. */
  readonly thousands: number;
  readonly surelyThousands: number;
  /** 12,5 or 1.234,5, and those of them that no thousands could be. */
  readonly decimals: number;
  readonly surelyDecimals: number;
  readonly gaps: number;
  readonly points: number;
  /** 1.234; 1.234.567. */
  readonly pointThousands: number;
  readonly twoPoints: number;
  /** Whole numbers of four digits and more without any mark. */
  readonly bare: number;
}

const pattern = (text: string): Sql => ({ text: `'${text}'`, values: [] });

const GAP_CLASS = "[ \u00a0\u202f\u2009''’]";
const NUMERIC = `[+-]?[0-9](?:[0-9.,]|${GAP_CLASS})*`;

const PATTERNS: Readonly<Record<keyof Marks, string>> = {
  commas: ".*,.*",
  thousands: "[+-]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]*)?",
  surelyThousands: "[+-]?[0-9]{1,3}((,[0-9]{3}){2,}(\\.[0-9]*)?|,[0-9]{3}\\.[0-9]*)",
  decimals: `[+-]?([0-9]+|[0-9]{1,3}(\\.[0-9]{3})+|[0-9]{1,3}(${GAP_CLASS}[0-9]{3})+)?,[0-9]+`,
  surelyDecimals: `[+-]?(([0-9]+|[0-9]{1,3}(${GAP_CLASS}[0-9]{3})+)?,([0-9]{1,2}|[0-9]{4,})|[0-9]{1,3}([.]|${GAP_CLASS})[0-9]{3}.*,[0-9]+|(0|[0-9]{4,})?,[0-9]+)`,
  gaps: `[+-]?[0-9]{1,3}(${GAP_CLASS}[0-9]{3})+([.,][0-9]*)?`,
  points: ".*\\..*",
  pointThousands: "[+-]?[1-9][0-9]{0,2}(\\.[0-9]{3})+",
  twoPoints: "[+-]?[0-9]{1,3}(\\.[0-9]{3}){2,}",
  bare: "[+-]?[0-9]{4,}",
};

/**
 * How each column's numbers are written: other than plain only when at least half of the values that hold a mark read
 * that way. Decided from a sample, and from all values where that leaves more than one reading. Where even those leave two (“1,234”
 * alone), a column follows the others of the file that leave no doubt, else the comma stands between thousands; “1.234”
 * alone stays a decimal.
 */
export async function numberStyles(
  engine: Engine,
  table: string,
  rows: number,
  columns: readonly RawColumn[],
): Promise<ReadonlyMap<string, NumberReading>> {
  const readings = new Map<string, NumberReading>(columns.map((column) => [column.name, PLAIN]));
  const marked = await markedColumns(engine, table, rows, columns.filter(isText));
  if (marked.length === 0) return readings;
  const sampled = await countMarks(engine, table, marked, strideOf(rows));
  const unsure = marked.filter((_, index) => isUnsure(sampled[index]));
  const whole = strideOf(rows) === 1 ? [] : await countMarks(engine, table, unsure, 1);
  const marks = marked.map((column, index) => whole[unsure.indexOf(column)] ?? sampled[index] ?? NO_MARKS);
  const commaDecimals = marks.some((one) => one.surelyDecimals > 0 && one.surelyDecimals >= one.surelyThousands);
  marked.forEach((column, index) => readings.set(column.name, reading(marks[index] ?? NO_MARKS, commaDecimals)));
  return readings;
}

const PLAIN: NumberReading = { style: "plain", other: null };

const KINDS = Object.keys(PATTERNS) as (keyof Marks)[];
const NO_MARKS = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as unknown as Marks;

/** True where the sample holds no mark at all, or only such as can be read in two ways. */
const isUnsure = (marks: Marks = NO_MARKS): boolean =>
  marks.commas + marks.gaps + marks.points === 0 || reading(marks, false).other !== null;

/** So many values are looked at first. */
const LOOKED_AT = 20_000;
const strideOf = (rows: number): number => Math.max(1, Math.floor(rows / LOOKED_AT));

/**
 * Columns with a comma anywhere, or in a sample a gap between digits or points that could all part thousands. Patterns are only
 * tried on columns that hold such a character: each costs time, and there may be thousands of columns.
 */
async function markedColumns(
  engine: Engine,
  table: string,
  rows: number,
  columns: readonly RawColumn[],
): Promise<readonly RawColumn[]> {
  if (columns.length === 0) return [];
  const holding = async (
    some: readonly RawColumn[],
    test: (cell: Sql) => Sql,
    stride: number,
  ): Promise<RawColumn[]> => {
    if (some.length === 0) return [];
    const items = some.map((column, index) => sql`coalesce(${test(name(column.name))}, false) AS ${name(`m${index}`)}`);
    const answer = await engine.query(sql`SELECT ${joined(items)} FROM ${name(table)} WHERE rowid % ${stride} = 0`);
    return some.filter((_, index) => numbers(answer, `m${index}`)[0] === 1);
  };
  const stride = strideOf(rows);
  const fits = (cell: Sql, kind: string): Sql => sql`regexp_full_match(trim(${cell}), ${pattern(kind)})`;
  const comma = await holding(columns, (cell) => sql`bool_or(contains(${cell}, ','))`, 1);
  // Texts with commas, such as names, are no numbers: they need no further look.
  const numeric = (cell: Sql): Sql =>
    sql`count_if(contains(${cell}, ',')) <= 2 * count_if(contains(${cell}, ',') AND ${fits(cell, NUMERIC)})`;
  const gap = await holding(
    columns,
    (cell) => sql`bool_or(translate(trim(${cell}), ${GAPS}, '') <> trim(${cell}))`,
    stride,
  );
  const pointed = await holding(columns, (cell) => everyPoint(cell, sql`substr(trim(${cell}), -4, 1) = '.'`), stride);
  const found = new Set([
    ...(await holding(comma, numeric, stride)),
    ...(await holding(gap, (cell) => sql`bool_or(${fits(cell, PATTERNS.gaps)})`, stride)),
    ...(await holding(pointed, (cell) => everyPoint(cell, fits(cell, PATTERNS.pointThousands)), stride)),
  ]);
  return columns.filter((column) => found.has(column));
}

/** There are values with a point, and every one of them passes; one aggregate, which plans far quicker than two. */
const everyPoint = (cell: Sql, test: Sql): Sql => sql`bool_and(CASE WHEN contains(${cell}, '.') THEN ${test} END)`;

async function countMarks(
  engine: Engine,
  table: string,
  columns: readonly RawColumn[],
  stride: number,
): Promise<readonly Marks[]> {
  if (columns.length === 0) return [];
  const items = columns.flatMap((column, index) =>
    KINDS.map(
      (kind) =>
        sql`CAST(count_if(regexp_full_match(trim(${name(column.name)}), ${pattern(PATTERNS[kind])})) AS DOUBLE) AS ${name(`${kind}${index}`)}`,
    ),
  );
  const answer = await engine.query(sql`SELECT ${joined(items)} FROM ${name(table)} WHERE rowid % ${stride} = 0`);
  return columns.map(
    (_, index) =>
      Object.fromEntries(KINDS.map((kind) => [kind, numbers(answer, `${kind}${index}`)[0] ?? 0])) as unknown as Marks,
  );
}

function reading(marks: Marks, commaDecimals: boolean): NumberReading {
  const { commas, thousands, decimals, surelyThousands, surelyDecimals } = marks;
  if (commas > 0 && Math.max(thousands, decimals) * 2 >= commas) {
    if (surelyDecimals > surelyThousands) return { style: "decimal-comma", other: null };
    if (surelyThousands > 0) return { style: "thousands-comma", other: null };
    return commaDecimals
      ? { style: "decimal-comma", other: "thousands-comma" }
      : { style: "thousands-comma", other: "decimal-comma" };
  }
  if (marks.gaps > 0) return { style: "thousands-gap", other: null };
  if (marks.points > 0 && marks.pointThousands === marks.points) {
    if (marks.twoPoints > 0 || commaDecimals) return { style: "thousands-point", other: null };
    if (marks.bare === 0 && marks.points > 2) return { style: "plain", other: "thousands-point" };
  }
  return PLAIN;
}
