import { numbers, type Answer } from "../engine";
import type { Sql } from "../sql";
import type { FeatureSpec } from "../../view/feature";
import { featureMeaning, type FeatureBasis, type FeatureMeaning, type FeatureUnit } from "./feature-meaning";
import { featureMatrixQuery, isCoded, levelsQuery, readLevels, type Levels } from "./feature-query";

/** One feature of every customer. */
export interface FeatureColumn {
  readonly spec: FeatureSpec;
  readonly label: string;
  readonly unit: FeatureUnit | null;
  /**
   * Numbers, NaN for missing. A one-hot feature has the place of its level, an ordinal one the place in its order. Transformation
   * and weight are not applied.
   */
  readonly column: Float64Array;
  /** What the codes mean; null for numbers. */
  readonly levels: readonly string[] | null;
  /** Levels that are not told apart: of a one-hot feature put together as “(other)”, of an ordinal one missing. */
  readonly capped: number;
}

/** Features of all customers in the order of customer_no, and what could not be made. */
export interface FeatureColumns {
  readonly customerNo: Int32Array;
  readonly features: readonly FeatureColumn[];
  readonly leftOut: readonly { readonly spec: FeatureSpec; readonly why: string }[];
  readonly statements: readonly Sql[];
}

/** Features in one answer: unpacking one of all holds the page's thread for a tenth of a second. */
const FEATURES_AT_ONCE = 6;

/** Reads the features from the views `customers` and `rows`. */
export async function readFeatureColumns(
  query: (statement: Sql) => Promise<Answer>,
  specs: readonly FeatureSpec[],
  basis: FeatureBasis,
): Promise<FeatureColumns> {
  const meanings = specs.map((spec) => ({ spec, meaning: featureMeaning(spec, basis) }));
  const features = meanings.flatMap(({ meaning }) => (typeof meaning === "string" ? [] : [meaning]));
  const leftOut = meanings.flatMap(({ spec, meaning }) =>
    typeof meaning === "string" ? [{ spec, why: meaning }] : [],
  );
  const statements: Sql[] = [];
  const asked = (statement: Sql): Promise<Answer> => {
    statements.push(statement);
    return query(statement);
  };
  const levels: (Levels | null)[] = [];
  for (const feature of features)
    levels.push(isCoded(feature) ? readLevels(feature, await asked(levelsQuery(feature, basis.repeated))) : null);
  return { ...(await readValues(asked, features, levels, basis.repeated)), leftOut, statements };
}

async function readValues(
  asked: (statement: Sql) => Promise<Answer>,
  features: readonly FeatureMeaning[],
  levels: readonly (Levels | null)[],
  repeated: boolean,
): Promise<Pick<FeatureColumns, "customerNo" | "features">> {
  // Several rows of a customer have to be added up for every question, so that one question is asked for all.
  const atOnce = repeated ? Math.max(1, features.length) : FEATURES_AT_ONCE;
  const columns: FeatureColumn[] = [];
  let customerNo = new Int32Array(0);
  for (let from = 0; from === 0 || from < features.length; from += atOnce) {
    const [some, theirs] = [features.slice(from, from + atOnce), levels.slice(from, from + atOnce)];
    const answer = await asked(featureMatrixQuery(some, theirs, repeated));
    if (from === 0) customerNo = new Int32Array(numbers(answer, "customer_no"));
    columns.push(...some.map((feature, place) => featureColumn(feature, place, theirs[place] ?? null, answer)));
  }
  return { customerNo, features: columns };
}

function featureColumn(
  { spec, label, unit }: FeatureMeaning,
  place: number,
  levels: Levels | null,
  answer: Answer,
): FeatureColumn {
  return {
    spec,
    label,
    unit,
    column: numbers(answer, `f${place}`),
    levels: levels?.shown ?? null,
    capped: levels?.capped ?? 0,
  };
}
