import { extraColumns } from "../../behaviour/queries-source";
import type { Log } from "../../behaviour/log";
import { numbers } from "../../data/engine";
import { readable } from "../../data/sql";
import type { TableColumn } from "../../data/table/table-column";
import type { Context } from "../analysis";
import type { EventKinds } from "./event-kinds";
import { FEATURES, LACKS, type Feature, type Part, type Unit } from "./features";
import { featuresQuery } from "./queries-shoppers";

/** How every customer or visit behaved. Columns in the order of the features, values in that of `customerNo`. */
export interface Behaviour {
  readonly unit: Unit;
  readonly features: readonly Feature[];
  readonly columns: readonly Float64Array[];
  readonly customerNo: Int32Array;
  /** Features that this log cannot tell, each with the reason. */
  readonly lacking: readonly { readonly feature: Feature; readonly why: string }[];
  readonly sql: string;
}

/** What the features are made from, beside the log. */
export interface Sources {
  readonly unit: Unit;
  readonly kinds: EventKinds;
  readonly thing: TableColumn | null;
}

/** Reads every feature that the log can tell. */
export async function readFeatures(context: Context, log: Log, sources: Sources): Promise<Behaviour> {
  const statement = featuresQuery({
    ...sources,
    tables: log.tables,
    dwell: log.account.dwell,
    price: log.recipe.roles.price,
  });
  const answer = await context.query(statement);
  const parts = partsOf(log, sources);
  const own = FEATURES.filter(({ of }) => of.includes(sources.unit));
  const features = own.filter(({ needs }) => needs.every((part) => parts.has(part)));
  return {
    unit: sources.unit,
    features: features.map((feature) => named(feature, sources.thing)),
    columns: features.map(({ key }) => numbers(answer, key)),
    customerNo: Int32Array.from(numbers(answer, "customer_no")),
    lacking: own.flatMap((feature) => {
      const lack = feature.needs.find((part) => !parts.has(part));
      return lack === undefined ? [] : [{ feature, why: LACKS[lack] }];
    }),
    sql: readable(statement),
  };
}

/** What this log has. */
function partsOf({ recipe, account }: Log, { kinds, thing }: Sources): ReadonlySet<Part> {
  const { view, cart, checkout, buy } = kinds;
  const has: Readonly<Record<Part, boolean>> = {
    time: Number.isFinite(account.first),
    dwell: account.dwell,
    amount: extraColumns(recipe).includes("amount"),
    price: recipe.roles.price !== null,
    thing: thing !== null,
    ...{ view: view !== null, cart: cart !== null, checkout: checkout !== null },
    left: cart !== null || checkout !== null,
    buy: buy !== null,
    told: buy !== "every",
  };
  return new Set((Object.keys(has) as Part[]).filter((part) => has[part]));
}

const named = (feature: Feature, thing: TableColumn | null): Feature =>
  feature.key === "things" && thing !== null ? { ...feature, label: `Different values of ${thing.label}` } : feature;
