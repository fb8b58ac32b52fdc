import { numbers, type Answer } from "../../data/engine";
import type { TableColumn } from "../../data/table/table-column";
import type { Context } from "../analysis";
import { groupedUnits, type GroupedUnits } from "./grouped-units";
import type { Log } from "../../behaviour/log";
import { propertyColumns } from "../../behaviour/property-columns";
import { changesQuery, presenceQuery } from "./queries-changes";
import { periodStart, type Period } from "./queries-retention";
import { ENDS, OTHERS, shownEvents, shownPlace, type ShownEvents } from "./shown-events";

/** A move, or an event in a visit, that was more or less frequent in one period than in all others, in one group of visits. */
export interface Change {
  /** Null: all visits. */
  readonly property: string | null;
  readonly value: string;
  /** The property's most frequent other value; null where the property or the value stands for many. */
  readonly against: string | null;
  readonly period: string;
  /** When the period was, in milliseconds since 1970 UTC: from inclusive, to exclusive. */
  readonly time: { readonly from: number; readonly to: number };
  /** Null: visits that have the event, of all visits. */
  readonly from: string | null;
  readonly to: string;
  /** Moves there, of all from there (or visits with it, of all), in the period and in all others. */
  readonly n: number;
  readonly own: number;
  readonly otherN: number;
  readonly other: number;
  /** Share in the period minus share in all others. */
  readonly difference: number;
  /** Moves more (or fewer) than the others' share would make. */
  readonly extra: number;
  readonly p: number;
  readonly q: number;
  /** Other groups in which the same move of the same period stands out, less clearly. */
  readonly also: readonly string[];
}

export interface Changes {
  readonly period: Period;
  readonly periods: number;
  readonly properties: readonly string[];
  /** Comparisons made; every one counts in the correction. */
  readonly tests: number;
  /** Large and not chance, clearest first. */
  readonly found: readonly Change[];
}

/** What is looked at: the most frequent events and the properties with fewest values. */
const MOST_EVENTS = 20;
const MOST_PROPERTIES = 6;

/** A smaller difference in shares is not large. */
const LEAST_DIFFERENCE = 0.05;

/** Of corrected p. */
const CHANCE = 0.01;

const DAY = 86_400_000;

/** A period of which the data holds many, and each many events. */
export function changePeriod({ first, last }: Pick<Log["account"], "first" | "last">): Period {
  const days = (last - first) / DAY;
  if (days < 28) return "day";
  return days < 3 * 366 ? "week" : "month";
}

/** The properties by which changes are looked for: those with fewest values. */
export const changeProperties = ({ columns, recipe }: Pick<Log, "columns" | "recipe">): readonly TableColumn[] =>
  propertyColumns(columns, recipe.roles)
    .toSorted((a, b) => a.distinct - b.distinct)
    .slice(0, MOST_PROPERTIES);

type Cell = Omit<Change, "p" | "q" | "also">;

/** Looks at every period, group and move for what is large and not chance. Null without time, or with a single period. */
export async function readChanges(context: Context, log: Log): Promise<Changes | null> {
  const { account } = log;
  const period = changePeriod(account);
  if (!(account.last - account.first > 2 * DAY)) return null;
  const shown = shownEvents(log, MOST_EVENTS);
  const properties = changeProperties(log);
  const cells: Cell[] = [];
  for (const property of [null, ...properties]) cells.push(...(await cellsOf(context, log, shown, period, property)));
  const column = (part: "n" | "own" | "otherN" | "other"): Float64Array =>
    Float64Array.from(cells, (cell) => cell[part]);
  const input = { n: column("n"), own: column("own"), otherN: column("otherN"), other: column("other") };
  const { p, q } = await context.compute("exactTests", input, { signal: context.signal });
  const large = cells
    .map((cell, at) => ({ ...cell, p: p[at] ?? NaN, q: q[at] ?? NaN, also: [] }))
    .filter((cell) => cell.q < CHANCE && Math.abs(cell.difference) >= LEAST_DIFFERENCE);
  return {
    ...{ period, periods: new Set(cells.map((cell) => cell.period)).size, tests: cells.length },
    properties: properties.map(({ label }) => label),
    found: clearest(large),
  };
}

async function cellsOf(
  context: Context,
  log: Log,
  shown: ShownEvents,
  period: Period,
  property: TableColumn | null,
): Promise<readonly Cell[]> {
  const groups = property === null ? null : await groupedUnits(context, log, "visit", property);
  const cells: Cell[] = [];
  for (const query of [changesQuery, presenceQuery]) {
    const answer = await context.query(query(log.tables, shown.numbers, period, groups?.by ?? null));
    cells.push(...readCells(answer, shown, period, property, groups));
  }
  return cells;
}

function readCells(
  answer: Answer,
  shown: ShownEvents,
  period: Period,
  property: TableColumn | null,
  groups: GroupedUnits | null,
): readonly Cell[] {
  const at = (column: string): Float64Array => numbers(answer, column);
  const [code, when, from, to] = [at("code"), at("period"), at("from_no"), at("to_no")];
  const [n, own, all, total] = [at("n"), at("own"), at("all_n"), at("total")];
  const label = (event: number): string => (event === -2 ? ENDS : (shown.labels[shownPlace(shown, event)] ?? OTHERS));
  return Array.from({ length: answer.rowCount }, (_, row): Cell => {
    const counts = { n: n[row] ?? 0, own: own[row] ?? 0 };
    const rest = { otherN: (all[row] ?? 0) - counts.n, other: (total[row] ?? 0) - counts.own };
    const difference = counts.n / counts.own - rest.otherN / rest.other;
    return {
      property: property?.label ?? null,
      ...groupOf(groups, code[row] ?? 0),
      period: new Date(periodStart(when[row] ?? 0, period)).toISOString().slice(0, 10),
      time: { from: periodStart(when[row] ?? 0, period), to: periodStart((when[row] ?? 0) + 1, period) },
      ...{
        from: Number.isNaN(from[row]) ? null : label(from[row] ?? NaN),
        to: label(to[row] ?? NaN),
        ...counts,
        ...rest,
      },
      ...{ difference, extra: difference * counts.own },
    };
  });
}

function groupOf(groups: GroupedUnits | null, code: number): Pick<Change, "value" | "against"> {
  if (groups === null) return { value: "all visits", against: null };
  const { values } = groups.by;
  const value = groups.labels[code] ?? "";
  return { value, against: code < values.length ? (values.find((other) => other !== value) ?? null) : null };
}

/** One change per period and move: the group in which it is largest for its number; others are named beside it. */
function clearest(changes: readonly Change[]): readonly Change[] {
  const sorted = changes.toSorted((a, b) => strength(b) - strength(a));
  const found = new Map<string, Change>();
  for (const change of sorted) {
    const key = JSON.stringify([change.period, change.from, change.to]);
    const known = found.get(key);
    const group = change.property === null ? change.value : `${change.property} ${change.value}`;
    found.set(key, known === undefined ? change : { ...known, also: [...known.also, group] });
  }
  return [...found.values()];
}

/** Pearson's chi-squared without its constant: large where a difference is large and its group not small. */
const strength = ({ difference, own, n, otherN, other }: Change): number => {
  const pooled = (n + otherN) / (own + other);
  return (difference ** 2 * own * other) / (own + other) / (pooled * (1 - pooled));
};
