import type { Dataset } from "../../data/dataset";
import { numbers, texts } from "../../data/engine";
import { readable } from "../../data/sql";
import type { Context } from "../analysis";
import { volumeOf } from "./queries";
import { listedSegmentsQuery, segmentsQuery } from "./queries-segments";
import type { CustomerList, SegmentMeans } from "./result";

/** Customers by the segments that are lent to all pages, and who of those listed is in which; null where none are. */
export async function readSegments(context: Context, list: CustomerList): Promise<SegmentMeans | null> {
  if (!(await context.derived("segments"))) return null;
  const { dataset } = context;
  const metrics = dataset.metrics.filter(({ column }) => column === "sessions" || column === volumeOf(dataset)?.column);
  const statement = segmentsQuery(metrics);
  const answer = await context.query(statement);
  const segments = [...numbers(answer, "segment")];
  const [called, customers] = [texts(answer, "name"), numbers(answer, "customers")];
  const kept = segments.map((_, at) => at).filter((at) => (segments[at] ?? -1) >= 0);
  if (kept.length === 0) return null;
  return {
    names: distinct(kept.map((at) => called[at] ?? `Number ${segments[at] ?? 0}`)),
    customers: kept.map((at) => customers[at] ?? 0),
    means: metrics.map((metric) => {
      const column = numbers(answer, metric.column);
      return { metric, values: kept.map((at) => column[at] ?? NaN) };
    }),
    without: segments.reduce((sum, segment, at) => sum + (segment < 0 ? (customers[at] ?? 0) : 0), 0),
    ofListed: await ofListed(context, dataset, list),
    sql: readable(statement),
  };
}

/** By the customer's key, so that the order of two answers does not matter. */
async function ofListed(
  context: Context,
  dataset: Dataset,
  { customers }: CustomerList,
): Promise<readonly (string | null)[]> {
  const answer = await context.query(listedSegmentsQuery(volumeOf(dataset), customers.length));
  const [keys, names] = [texts(answer, "customer"), texts(answer, "segment_name")];
  const nameOf = new Map(keys.map((key, at) => [key, names[at] ?? null]));
  return customers.map((customer) => nameOf.get(customer) ?? null);
}

/** A person may have given two segments one name. */
const distinct = (names: readonly string[]): readonly string[] =>
  names.map((name, place) => (names.indexOf(name) === names.lastIndexOf(name) ? name : `${name} (${place + 1})`));
