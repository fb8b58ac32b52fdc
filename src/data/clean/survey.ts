import { numbers, type Engine } from "../engine";
import { bytesUnit } from "../roles/unit";
import { joined, name, sql, type Sql } from "../sql";
import { balanceItems, balances, type CheckedBalance } from "./balances";
import { trafficParts, trafficValue } from "./traffic";
import { durationUnit, unitItems, type DurationUnit } from "./duration-unit";
import { BEYOND_AMOUNTS } from "./number-value";
import { aliasOf, guarded, parsedRows, type Parsed, type ParsedColumn } from "./parsed";

/** Everything that is counted over the file before it is cleaned. */
export interface Survey {
  readonly columns: ReadonlyMap<string, ColumnSurvey>;
  readonly duration: DurationUnit | null;
  readonly zeroDurationWithTraffic: number;
  readonly endBeforeStart: number;
  readonly balances: readonly CheckedBalance[];
  /** True when at least 20 amounts of traffic are above zero and all are multiples of 1,000,000 bytes. */
  readonly roundTraffic: boolean;
}

export interface ColumnSurvey {
  /** Cells that are not null. */
  readonly present: number;
  /** Cells that read as the column's kind. */
  readonly parsed: number;
  /** Of amounts; NaN without values and for moments. */
  readonly sum: number;
  /** False if some amount reads as NaN or infinity. */
  readonly finite: boolean;
  /** True if any amount is below zero. */
  readonly negative: boolean;
}

/** A survey and the reading it holds for. */
export interface Surveyed {
  readonly parsed: Parsed;
  readonly counted: Survey;
}

/** Reads the file once, in one statement, and counts; a second time only if an amount turns out to be NaN or beyond all amounts. */
export async function survey(engine: Engine, parsed: Parsed): Promise<Surveyed> {
  const counted = await surveyOnce(engine, parsed);
  const wild = [...counted.columns].filter(([, column]) => !column.finite).map(([column]) => column);
  if (wild.length === 0) return { parsed, counted };
  const careful = guarded(parsed, wild);
  return { parsed: careful, counted: await surveyOnce(engine, careful) };
}

async function surveyOnce(engine: Engine, parsed: Parsed): Promise<Survey> {
  const checked = balances(parsed);
  const items = [
    ...parsed.columns.flatMap(columnItems),
    ...unitItems(parsed),
    ...oddItems(parsed),
    ...balanceItems(checked),
  ];
  const cell = await firstRow(engine, sql`SELECT ${joined(items)} FROM (${parsedRows(parsed)})`);
  const present = await firstRow(
    engine,
    sql`SELECT ${joined(parsed.columns.map(presentItem))} FROM ${name(parsed.raw.table)}`,
    parsed.columns.length === 0,
  );
  return {
    columns: new Map(parsed.columns.map((column) => [column.name, columnSurvey(column, cell, present)])),
    duration: await durationUnit(engine, parsed, cell),
    zeroDurationWithTraffic: cell("odd_zero"),
    endBeforeStart: cell("odd_reversed"),
    balances: checked.map((one, index) => ({
      ...one,
      rows: cell(`balance_${index}`),
      compared: cell(`compared_${index}`),
    })),
    roundTraffic: cell("odd_traffic") >= 20 && cell("odd_round") === cell("odd_traffic"),
  };
}

async function firstRow(engine: Engine, statement: Sql, empty = false): Promise<(label: string) => number> {
  if (empty) return () => 0;
  const answer = await engine.query(statement);
  return (label) => numbers(answer, label)[0] ?? NaN;
}

const presentItem = (column: ParsedColumn): Sql =>
  sql`CAST(count(${name(column.name)}) AS DOUBLE) AS ${name(column.alias)}`;

function columnItems(column: ParsedColumn): readonly Sql[] {
  const value = name(column.alias);
  const parsed = sql`CAST(count(${value}) AS DOUBLE) AS ${name(`parsed_${column.alias}`)}`;
  if (column.kind === "moment") return [parsed];
  return [
    parsed,
    sql`sum(${value}) AS ${name(`sum_${column.alias}`)}`,
    sql`coalesce(abs(sum(${value})) < ${BEYOND_AMOUNTS} AND min(${value}) > ${-BEYOND_AMOUNTS}, true) AS ${name(`finite_${column.alias}`)}`,
    sql`min(${value}) AS ${name(`min_${column.alias}`)}`,
  ];
}

function columnSurvey(
  column: ParsedColumn,
  cell: (label: string) => number,
  present: (label: string) => number,
): ColumnSurvey {
  const amount = column.kind === "amount";
  return {
    present: present(column.alias),
    parsed: cell(`parsed_${column.alias}`),
    sum: amount ? cell(`sum_${column.alias}`) : NaN,
    finite: !amount || cell(`finite_${column.alias}`) === 1,
    negative: amount && cell(`min_${column.alias}`) < 0,
  };
}

function oddItems(parsed: Parsed): readonly Sql[] {
  const duration = aliasOf(parsed, "duration");
  const traffic = trafficValue(parsed);
  const zero =
    duration === null || traffic === null ? sql`false` : sql`coalesce(${duration}, 0) = 0 AND ${traffic} > 0`;
  const reversed = parsed.times.length < 2 ? sql`false` : sql`t_end < t_start`;
  const some = traffic === null ? sql`false` : sql`${traffic} > 0`;
  const inBytes = trafficParts(parsed).columns.every((column) => (bytesUnit(column.name)?.factor ?? 1) === 1);
  const round = traffic === null || !inBytes ? sql`false` : sql`${traffic} > 0 AND ${traffic} % 1000000 = 0`;
  return [
    sql`CAST(count_if(${some}) AS DOUBLE) AS odd_traffic`,
    sql`CAST(count_if(${round}) AS DOUBLE) AS odd_round`,
    sql`CAST(count_if(${zero}) AS DOUBLE) AS odd_zero`,
    sql`CAST(count_if(${reversed}) AS DOUBLE) AS odd_reversed`,
  ];
}
