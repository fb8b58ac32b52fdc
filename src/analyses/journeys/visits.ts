import { texts, type Answer } from "../../data/engine";
import { readable } from "../../data/sql";
import type { TableColumn } from "../../data/table/table-column";
import type { Context } from "../analysis";
import { answerRows } from "../../behaviour/answer-rows";
import { readDaysBetween, type DaysBetween } from "./days-between";
import { eventLabel, type Log } from "../../behaviour/log";
import * as queries from "./queries-visits";
import { writeValues } from "./write-values";

/** Mean, quartiles and extremes of counts, and how many are 1. */
export interface Shape {
  readonly n: number;
  readonly mean: number;
  readonly q25: number;
  readonly median: number;
  readonly q75: number;
  readonly most: number;
  readonly once: number;
}

/** What an event is like. Stays in seconds; the last of a visit has none that is known. */
export interface EventFacts {
  readonly label: string;
  readonly n: number;
  readonly visits: number;
  readonly customers: number;
  readonly entries: number;
  readonly exits: number;
  readonly known: number;
  readonly stay: number;
  readonly spent: number;
  readonly amount: number;
}

/** A group of visits. */
export interface VisitGroup {
  readonly label: string;
  readonly customers: number;
  readonly visits: number;
  readonly events: number;
  readonly bounced: number;
  readonly amount: number;
}

export interface Visits {
  readonly events: Shape;
  readonly perCustomer: Shape;
  readonly visitsPerCustomer: readonly { readonly visits: number; readonly customers: number }[];
  /** Days between days with a visit; null without time. */
  readonly between: DaysBetween | null;
  readonly facts: readonly EventFacts[];
  readonly clock: readonly {
    readonly weekday: number;
    readonly hour: number;
    readonly visits: number;
    readonly amount: number;
  }[];
  readonly months: readonly Omit<VisitGroup, "bounced">[];
  readonly property: { readonly label: string; readonly groups: readonly VisitGroup[] } | null;
  /** Seconds of visits with more than one event; null where lengths are not known. */
  readonly lengths: { readonly n: number; readonly q25: number; readonly median: number; readonly q75: number } | null;
  readonly gaps: {
    readonly bins: readonly { readonly bin: number; readonly n: number }[];
    readonly within: number;
  } | null;
  readonly top: readonly (Omit<VisitGroup, "customers" | "bounced"> & { readonly customerNo: number })[];
  readonly sql: string;
}

/** Most valuable customers that are listed. */
const TOP = 10;

/** What visits are like: how many, how long, where, when, by whom. `minutes`: the gap that would part visits. */
export async function readVisits(context: Context, log: Log, by: TableColumn | null, minutes: number): Promise<Visits> {
  const { tables, account } = log;
  const shape = queries.visitShapeQuery(tables);
  const [events, perCustomer] = shapesOf(await context.query(shape));
  const timed = Number.isFinite(account.first);
  return {
    ...{ events, perCustomer, sql: readable(shape) },
    visitsPerCustomer: answerRows(await context.query(queries.visitsPerCustomerQuery(tables)), (at) => ({
      visits: at("visits"),
      customers: at("customers"),
    })),
    between: timed ? await readDaysBetween(context, log) : null,
    facts: await readFacts(context, log),
    clock: answerRows(await context.query(queries.clockQuery(tables)), (at) => ({
      ...{ weekday: at("weekday"), hour: at("hour"), visits: at("visits"), amount: at("amount") },
    })),
    months: await readMonths(context, log),
    property: by === null ? null : { label: by.label, groups: await readProperty(context, log, by) },
    lengths: account.dwell ? await readLengths(context, log) : null,
    gaps: account.dwell ? await readGaps(context, log, minutes) : null,
    top: await readTop(context, log),
  };
}

function shapesOf(answer: Answer): readonly [Shape, Shape] {
  const [events, perCustomer] = answerRows(answer, (at) => ({
    ...{ n: at("n"), mean: at("mean"), most: at("most"), once: at("once") },
    ...{ q25: at("q25"), median: at("median"), q75: at("q75") },
  }));
  if (events === undefined || perCustomer === undefined) throw new RangeError("The shapes of visits are two rows.");
  return [events, perCustomer];
}

async function readFacts(context: Context, { tables, names, account }: Log): Promise<readonly EventFacts[]> {
  return answerRows(await context.query(queries.eventFactsQuery(tables, account.dwell, names.size)), (at) => ({
    label: eventLabel(names, at("event_no")),
    ...{ n: at("n"), visits: at("visits"), customers: at("customers"), entries: at("entries"), exits: at("exits") },
    ...{ known: at("known"), stay: at("stay"), spent: at("spent"), amount: at("amount") },
  }));
}

async function readMonths(context: Context, { tables }: Log): Promise<Visits["months"]> {
  const answer = await context.query(queries.monthsQuery(tables));
  const months = texts(answer, "month");
  return answerRows(answer, (at, row) => ({
    label: months[row] ?? "",
    ...{ customers: at("customers"), visits: at("visits"), events: at("events"), amount: at("amount") },
  }));
}

async function readProperty(context: Context, log: Log, by: TableColumn): Promise<readonly VisitGroup[]> {
  await writeValues(context, log, [by]);
  const answer = await context.query(queries.propertyQuery(log.tables, by));
  const values = texts(answer, "value");
  return answerRows(answer, (at, row) => ({
    label: values[row] ?? "(no value)",
    ...{ customers: at("customers"), visits: at("visits"), events: at("events") },
    ...{ bounced: at("bounced"), amount: at("amount") },
  }));
}

async function readLengths(context: Context, { tables }: Log): Promise<Visits["lengths"]> {
  const [lengths] = answerRows(await context.query(queries.lengthsQuery(tables)), (at) => ({
    ...{ n: at("n"), q25: at("q25"), median: at("median"), q75: at("q75") },
  }));
  return lengths ?? null;
}

async function readGaps(context: Context, { tables, account }: Log, minutes: number): Promise<Visits["gaps"]> {
  const bins = answerRows(await context.query(queries.gapsQuery(tables, minutes, account.interleaved)), (at) => ({
    ...{ bin: at("bin"), n: at("n"), within: at("within") },
  }));
  const within = bins.reduce((all, one) => all + one.within, 0) / bins.reduce((all, { n }) => all + n, 0);
  return { bins: bins.map(({ bin, n }) => ({ bin, n })), within };
}

async function readTop(context: Context, { tables }: Log): Promise<Visits["top"]> {
  const answer = await context.query(queries.topCustomersQuery(tables, TOP));
  const customers = texts(answer, "customer");
  return answerRows(answer, (at, row) => ({
    label: customers[row] ?? "",
    ...{ customerNo: at("customer_no"), visits: at("visits"), events: at("events"), amount: at("amount") },
  }));
}
