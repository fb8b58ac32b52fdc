import type { Dataset } from "../dataset";
import { nameWords } from "../roles/name-words";
import type { FeatureSpec } from "../../view/feature";
import type { Transform } from "../../workers/lab/preparing";
import { columnFeature, metricFeature, rowsFeature } from "./feature-specs";
import type { TableColumn } from "./table-column";

const MOST_FEATURES = 12;

/** From this skewness on, a logarithm shows more of the values. */
const SKEWED = 2;

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Numbers that only name something. */
const CODES = words(
  "type code id no nr number index row zip postcode postal region browser system systems os category class country state city month year day page location group segment cluster label colour color channel store model version flag",
);
/** Numbers that are averaged over rows, not added. */
const RATES = words(
  "price rate rates ratio avg average mean score rating age share percent percentage unit temperature per speed rank level satisfaction index",
);

/**
 * Where to begin: the metrics of a network's sessions; of any other table its numbers, where each customer has one row as they
 * are, else added or averaged, with the days since the last row and the count of rows. Words are not chosen, and neither are
 * numbers that only name something, count the rows or are all equal. At most twelve, in the file's order.
 */
export function suggestedFeatures(
  columns: readonly TableColumn[],
  dataset: Pick<Dataset, "metrics" | "apps">,
  repeated: boolean,
): readonly FeatureSpec[] {
  const metrics = networkMetrics(dataset);
  if (metrics.length > 0) return metrics;
  const numeric = columns.filter(isAmount);
  if (!repeated)
    return numeric
      .slice(0, MOST_FEATURES)
      .map((column) => columnFeature(column.label, { transform: suggestedTransform(column) }));
  const last = columns.find(({ role }) => role === "start") ?? columns.find(({ kind }) => kind === "moment");
  const amounts = numeric.slice(0, MOST_FEATURES - 2).map((column) => {
    const measure = isRate(column) ? "mean" : "sum";
    return columnFeature(column.label, { measure, transform: suggestedTransform(column) });
  });
  return [
    ...(last?.kind === "moment" ? [columnFeature(last.label, { measure: "recency-days" })] : []),
    rowsFeature(),
    ...amounts,
  ];
}

/** Below this log(1 + value) is nearly the value itself. */
const WORTH_A_LOGARITHM = 5;

/** A logarithm for a long right tail without negative values that reaches far above 1, else nothing. */
export const suggestedTransform = ({ skewness, min, max }: TableColumn): Transform =>
  skewness !== null && skewness > SKEWED && min >= 0 && max >= WORTH_A_LOGARITHM ? "log1p" : "none";

/** Sessions, duration and traffic; other metrics where the file has none of the last two. */
function networkMetrics({ metrics, apps }: Pick<Dataset, "metrics" | "apps">): readonly FeatureSpec[] {
  const others = metrics.filter(({ column }) => column !== "sessions");
  if (others.length === 0 && apps.length === 0) return [];
  const usual = metrics.filter(({ column }) => ["sessions", "duration_s", "traffic_bytes"].includes(column));
  const chosen = usual.length > 1 ? usual : metrics;
  return chosen.length > 0
    ? chosen.map(({ column }) => metricFeature(column))
    : apps.slice(0, MOST_FEATURES).map(({ column }) => metricFeature(column));
}

function isAmount(column: TableColumn): boolean {
  if (column.kind !== "number" && column.kind !== "integer") return false;
  if (column.role === "customer" || column.role === "session" || column.distinct < 2) return false;
  const given = column.rows - column.missing;
  const counts = column.kind === "integer" && column.distinct === given && column.max - column.min === given - 1;
  return !counts && !isCode(column);
}

/** “Region” and “page 1 (main category)”, but not “Posts per day” or “Page views”. */
function isCode({ label, kind }: TableColumn): boolean {
  const said = nameWords(label).words.filter((word) => !/^\d+$/u.test(word));
  return kind === "integer" && !said.includes("per") && CODES.has(said.at(-1) ?? "");
}

/** Prices and shares, and numbers of which there are but two, such as yes and no. */
const isRate = ({ label, distinct }: TableColumn): boolean =>
  distinct <= 2 || label.includes("%") || nameWords(label).words.some((word) => RATES.has(word));
