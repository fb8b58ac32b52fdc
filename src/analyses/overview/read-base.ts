import type { Dataset, Metric } from "../../data/dataset";
import { numbers, single, texts, type Answer } from "../../data/engine";
import { readable } from "../../data/sql";
import type { Context } from "../analysis";
import { appTotalsQuery, customersQuery, decilesQuery, has, lorenzQuery, totalsQuery, volumeOf } from "./queries";
import { spreadQuery } from "./queries-spread";
import { readApplications } from "./read-applications";
import type {
  AppTotals,
  Concentration,
  CustomerList,
  Deciles,
  Dispersion,
  MetricSpread,
  OverviewBase,
  Totals,
} from "./result";

const CUSTOMERS_LISTED = 500;

const remembered = new WeakMap<Dataset, OverviewBase>();

/**
 * What no setting of the page changes. Kept for as long as the dataset object lives (a new one is made whenever the
 * tables change), so that moving a slider does not read the customers again. Only a finished reading is kept.
 */
export async function readBase(context: Context): Promise<OverviewBase> {
  const known = remembered.get(context.dataset);
  if (known !== undefined) return known;
  const base = await read(context);
  remembered.set(context.dataset, base);
  return base;
}

async function read(context: Context): Promise<OverviewBase> {
  const { dataset } = context;
  const totals = await readTotals(context);
  context.onProgress(0.1, "Measuring how customers differ");
  const dispersion = await readDispersion(context);
  context.onProgress(0.4, "Listing customers");
  const customers = await readCustomers(context);
  const deciles = has(dataset, "duration_s") && has(dataset, "traffic_bytes") ? await readDeciles(context) : null;
  const concentration = await readConcentration(context);
  context.onProgress(0.6, "Comparing applications");
  const apps = dataset.apps.length > 0 ? await readAppTotals(context) : null;
  return { totals, dispersion, customers, deciles, apps, concentration, ...(await readApplications(context)) };
}

async function readTotals(context: Context): Promise<Totals> {
  const { dataset } = context;
  const statement = totalsQuery(dataset);
  const answer = await context.query(statement);
  const at = (column: string): number => single(answer, column);
  return { sessions: at("sessions"), traffic: at("traffic"), duration: at("duration"), sql: readable(statement) };
}

async function readDispersion(context: Context): Promise<Dispersion> {
  const { dataset } = context;
  const rows: MetricSpread[] = [];
  // One after another: each quantile holds a whole column in memory while it is sought.
  for (const metric of dataset.metrics) rows.push(spread(metric, await context.query(spreadQuery([metric]))));
  return { rows, sql: readable(spreadQuery(dataset.metrics)) };
}

function spread(metric: Metric, answer: Answer): MetricSpread {
  const at = (column: string): number => single(answer, column);
  return {
    metric,
    n: at("n"),
    missing: at("missing"),
    mean: at("mean"),
    sd: at("sd"),
    min: at("min"),
    q25: at("q25"),
    median: at("median"),
    q75: at("q75"),
    p90: at("p90"),
    p99: at("p99"),
    max: at("max"),
    skewness: at("skewness"),
  };
}

async function readCustomers(context: Context): Promise<CustomerList> {
  const { dataset } = context;
  const volume = volumeOf(dataset);
  const statement = customersQuery(dataset, volume, CUSTOMERS_LISTED);
  const answer = await context.query(statement);
  const fields = [...dataset.metrics, ...dataset.apps.map((app) => ({ ...app, unit: "bytes" as const }))];
  return {
    customers: texts(answer, "customer").map((customer) => customer ?? "–"),
    columns: fields.map(({ column, label, unit }) => ({ label, unit, values: numbers(answer, column) })),
    all: dataset.counts.customers,
    by: volume?.label.toLowerCase() ?? "place in the file",
    sql: readable(statement),
  };
}

async function readDeciles(context: Context): Promise<Deciles> {
  const statement = decilesQuery();
  const answer = await context.query(statement);
  const list = (column: string): readonly number[] => [...numbers(answer, column)];
  return {
    customers: list("customers"),
    from: list("shortest"),
    to: list("longest"),
    traffic: list("traffic"),
    tiedAcross: list("tied").reduce((sum, count) => sum + count, 0),
    sql: readable(statement),
  };
}

async function readConcentration(context: Context): Promise<Concentration | null> {
  const { dataset } = context;
  const volume = volumeOf(dataset);
  if (volume === null) return null;
  const statement = lorenzQuery(volume.column);
  const answer = await context.query(statement);
  if (answer.rowCount === 0) return null;
  return {
    what: volume.label.toLowerCase(),
    customerShare: [0, ...numbers(answer, "customer_share")],
    valueShare: [0, ...numbers(answer, "value_share")],
    gini: single(answer, "gini"),
    topDecileShare: single(answer, "top_decile"),
    n: single(answer, "n"),
    sql: readable(statement),
  };
}

async function readAppTotals(context: Context): Promise<AppTotals> {
  const { dataset } = context;
  const statement = appTotalsQuery(dataset.apps);
  const answer = await context.query(statement);
  const [bytes, users] = [numbers(answer, "bytes"), numbers(answer, "users")];
  const order = dataset.apps.map((_, index) => index).sort((a, b) => (bytes[b] ?? 0) - (bytes[a] ?? 0));
  return {
    labels: order.map((index) => dataset.apps[index]?.label ?? ""),
    bytes: order.map((index) => bytes[index] ?? 0),
    users: order.map((index) => users[index] ?? 0),
    sql: readable(statement),
  };
}
