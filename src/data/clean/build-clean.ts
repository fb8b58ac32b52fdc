import { single, type Engine } from "../engine";
import type { Application, Category, Dataset, Metric } from "../dataset";
import type { LedgerStep } from "../ledger";
import type { RoleAssignment } from "../role";
import type { LoadReport } from "../source";
import { name, sql, type Sql } from "../sql";
import { RoleError, UserError } from "../user-error";
import { plan } from "./canonical";
import { changedValues } from "./changed-values";
import { findDuplicates } from "./duplicates";
import { failedValues } from "./failed-values";
import { isOn, type CleanFindings } from "./findings";
import { customerUnit, type CustomerUnit } from "./customer-unit";
import { everyRow, identify, type Identity } from "./identity";
import { findMeansRow } from "./means-row";
import { negativeValues } from "./negative-values";
import { parsedColumns } from "./parsed";
import { columnOf, isWord, rawTable, type RawTable } from "./raw-table";
import { sessionIds } from "./session-ids";
import { customersIn, duplicatesStep, idsStep, meansRowStep, missingCustomerStep } from "./steps-rows";
import { secondsPerUnit, totalsStep, unitsStep } from "./steps-units";
import { dateOrderStep, numberStyleStep } from "./steps-readings";
import { namesStep } from "./steps-names";
import { linesStep, swappedStep } from "./steps-text";
import { impossibleStep, markersStep, rejectedStep, typesStep } from "./steps-values";
import { unitStep } from "./steps-customer";
import { survey } from "./survey";
import { trafficParts } from "./traffic";
import { wordColumn, type Word } from "./words";
import { setAsideCounts, writeClean } from "./write-clean";

export interface CleanInput {
  /** The table of the file. */
  readonly table: string;
  readonly roles: readonly RoleAssignment[];
  /** Steps switched off, by id. */
  readonly stepsOff: readonly string[];
  readonly load: LoadReport;
}

/** What is known of the table `clean`, before any filter. */
export interface Clean {
  readonly ledger: readonly LedgerStep[];
  readonly grain: "session" | "customer";
  /** What one customer stands for: who a column names, or, where none does, a session or a row of the file. */
  readonly unit: Dataset["unit"];
  readonly metrics: readonly Metric[];
  readonly apps: readonly Application[];
  readonly categories: readonly Category[];
  /** Each session says when it started. */
  readonly hasTime: boolean;
  /** Each session says when it ended. */
  readonly hasEnd: boolean;
  readonly trafficDefinition: string;
  readonly rowsRead: number;
  readonly rowsSetAside: number;
  readonly customers: number;
  /** All values and lines that were changed, as a statement; null where none was. */
  readonly changes: Sql | null;
  /** True when some customer has more than one row. */
  readonly repeated: boolean;
  /** Names this very table: never the same again. */
  readonly version: string;
}

let written = 0;

/**
 * Turns the file's table into `clean` and tells every step. Counts come from all rows. Rejects with `RoleError` when
 * nothing tells the customers of sessions, or no row names one, and with `UserError` for a file without rows.
 */
export async function buildClean(engine: Engine, input: CleanInput): Promise<Clean> {
  await engine.query(sql`DROP TABLE IF EXISTS clean`);
  const found = await inspectStrictly(engine, input);
  const { parsed, identity, words, survey: counted, grain, unit } = found;
  const planned = plan({ parsed, words, grain, unit }, secondsPerUnit(counted.duration, isOn(found, "units")));
  await writeClean(engine, {
    parsed,
    identity,
    words,
    plan: planned,
    notNegative: isOn(found, "impossible") ? found.negatives.map(({ column }) => column.alias) : [],
    meansRow: isOn(found, "means-row") ? (found.meansRow?.rowId ?? null) : null,
    withoutCopies: isOn(found, "duplicates") && found.duplicates.copies > 0,
  });
  const setAside = await setAsideCounts(engine);
  await engine.query(sql`DROP TABLE IF EXISTS clean_ids`);
  await engine.query(sql`DROP TABLE clean_copies`);
  const { metrics, apps, categories, hasTime } = planned;
  written += 1;
  return {
    ledger: ledger({ ...found, setAside }),
    grain,
    unit,
    metrics,
    apps,
    categories,
    hasTime,
    hasEnd: grain === "session" && parsed.times.includes("t_end"),
    trafficDefinition: trafficParts(parsed).says,
    rowsRead: parsed.raw.rows,
    rowsSetAside: [...setAside.values()].reduce((sum, count) => sum + count, 0),
    customers: customersIn(found),
    changes: changedValues(found),
    repeated: identity.rows > identity.customers,
    version: `clean-${written}`,
  };
}

const ledger = (found: CleanFindings): readonly LedgerStep[] => [
  ...told(linesStep(found)),
  rejectedStep(found),
  ...told(swappedStep(found)),
  markersStep(found),
  ...told(namesStep(found)),
  typesStep(found),
  ...told(numberStyleStep(found)),
  ...told(dateOrderStep(found)),
  ...told(unitStep(found)),
  idsStep(found),
  meansRowStep(found),
  missingCustomerStep(found),
  duplicatesStep(found),
  impossibleStep(found),
  unitsStep(found),
  totalsStep(found),
];

/** A step that has nothing to say in this file is left out. */
const told = (step: LedgerStep | null): readonly LedgerStep[] => (step === null ? [] : [step]);

/** With the step “types” off, a column with a value that does not read as its kind is left out altogether. */
async function inspectStrictly(engine: Engine, input: CleanInput): Promise<CleanFindings> {
  const found = await inspect(engine, input);
  const unread = new Set(found.failed.filter(({ failed }) => failed > 0).map(({ column }) => column.name));
  if (isOn(found, "types") || unread.size === 0) return found;
  const roles = input.roles.map((one): RoleAssignment => (unread.has(one.column) ? { ...one, role: "none" } : one));
  return { ...(await inspect(engine, { ...input, roles })), failed: found.failed };
}

async function inspect(engine: Engine, { table, roles, stepsOff, load }: CleanInput): Promise<CleanFindings> {
  const rows = single(await engine.query(sql`SELECT CAST(count(*) AS DOUBLE) AS n FROM ${name(table)}`), "n");
  const raw = rawTable(table, rows, load.columns, roles);
  const off = new Set(stepsOff);
  const who = customerUnit(raw);
  const identity = await customers(engine, raw, who, !off.has("ids"));
  const words: Word[] = [];
  for (const column of raw.played.filter(isWord))
    words.push(await wordColumn(engine, raw, column, !off.has("null-markers")));
  const { parsed, counted } = await survey(engine, await parsedColumns(engine, raw, off));
  return {
    load,
    off,
    grain: grainOf(raw, who, identity),
    unit: who.unit,
    parsed,
    words,
    identity,
    sessionIds: await sessionIds(engine, raw),
    survey: counted,
    failed: await failedValues(engine, parsed, counted),
    negatives: await negativeValues(engine, parsed, counted),
    meansRow: await findMeansRow(engine, parsed, counted),
    duplicates: await findDuplicates(engine, raw, identity),
    setAside: new Map(),
  };
}

async function customers(engine: Engine, raw: RawTable, { column }: CustomerUnit, mend: boolean): Promise<Identity> {
  if (column === null) {
    if (raw.rows === 0) throw new UserError("This file has no rows.", "Open a file with rows.");
    return everyRow(raw);
  }
  const identity = await identify(engine, raw, column, mend);
  if (identity.customers === 0)
    throw new RoleError(
      `“${column.name}” names no customer in any row.`,
      "Choose another column for the customer, on the data page.",
    );
  return identity;
}

/** A count of sessions, or one row per customer without session times, makes it a table of customers. */
function grainOf(raw: RawTable, { unit }: CustomerUnit, identity: Identity): "session" | "customer" {
  if (unit !== "customer") return identity.customers === identity.rows ? "customer" : "session";
  if (columnOf(raw, "sessions") !== null) return "customer";
  if (columnOf(raw, "start") !== null || columnOf(raw, "session") !== null) return "session";
  return identity.customers === identity.rows ? "customer" : "session";
}
