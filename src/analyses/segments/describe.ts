import type { Compute } from "../../workers/contract";
import type { MakeUpOutput } from "../../workers/lab/describing";
import type { DescribeSegmentsOutput } from "../../workers/lab/description";
import type { Grouping } from "./grouping";
import { valuesAt, type LabFeature } from "../../segmentation/lab-feature";
import { TREE_QUESTIONS, type AskedWords } from "../../segmentation/tree-words";

/** Levels of a feature that the tree may ask about, the most frequent ones. */
const ASKED_LEVELS = 12;

/** A column that the tree asks about. */
export interface AskedColumn extends AskedWords {
  readonly feature: LabFeature;
}

/** How a category is spread over the segments. */
export interface CategoryMakeUp {
  readonly feature: LabFeature;
  readonly made: MakeUpOutput;
}

/** What tells the segments apart. */
export interface Description extends DescribeSegmentsOutput {
  /** The columns of the profile: features that are numbers, then the numbers beside them. */
  readonly columns: readonly LabFeature[];
  readonly asked: readonly AskedColumn[];
  /** By falling association with the segments. */
  readonly makeUps: readonly CategoryMakeUp[];
}

/** What describing works from; `features` made the segments, `beside` did not. */
export interface Described {
  readonly grouping: Pick<Grouping, "labels" | "k">;
  readonly rows: Int32Array;
  readonly features: readonly LabFeature[];
  readonly beside: readonly LabFeature[];
}

/** Profiles, names, rules and make-up of the segments in the features' own units. */
export async function describe(described: Described, seed: number, compute: Compute): Promise<Description> {
  const { grouping, rows, features, beside } = described;
  const { labels, k } = grouping;
  const named = features.filter(({ levels }) => levels === null);
  const columns = [...named, ...beside.filter(({ levels }) => levels === null)];
  const asked = features.flatMap(askedColumns);
  const [told, makeUps] = await Promise.all([
    compute("describeSegments", {
      columns: columns.map((feature) => valuesAt(feature, rows)),
      naming: named.length,
      asked: asked.map((column) => askedValues(column, rows)),
      labels,
      k,
      depth: TREE_QUESTIONS,
      seed,
    }),
    Promise.all(
      [...features, ...beside]
        .filter(({ levels }) => levels !== null)
        .map((feature) => makeUpOf(feature, described, compute)),
    ),
  ]);
  const strength = ({ made }: CategoryMakeUp): number => made.cramersVCorrected || 0;
  return { ...told, columns, asked, makeUps: makeUps.toSorted((a, b) => strength(b) - strength(a)) };
}

function askedColumns(feature: LabFeature): readonly AskedColumn[] {
  if (feature.levels === null) return [{ label: feature.label, feature, level: null }];
  return feature.levels
    .slice(0, ASKED_LEVELS)
    .map((level) => ({ label: `${feature.label}: ${level}`, feature, level }));
}

function askedValues({ feature, level }: AskedColumn, rows: Int32Array): Float64Array {
  const values = valuesAt(feature, rows);
  if (level === null || feature.levels === null) return values;
  const place = feature.levels.indexOf(level);
  const has = new Float64Array(values.length);
  for (let i = 0; i < has.length; i++) has[i] = hasLevel(values[i] as number, place);
  return has;
}

const hasLevel = (value: number, level: number): number => (Number.isNaN(value) ? value : value === level ? 1 : 0);

async function makeUpOf(feature: LabFeature, { grouping, rows }: Described, compute: Compute): Promise<CategoryMakeUp> {
  const values = valuesAt(feature, rows);
  const codes = new Int32Array(values.length);
  // By a plain loop: a function per value holds the page's thread several times as long.
  for (let i = 0; i < codes.length; i++) codes[i] = Number.isNaN(values[i]) ? -1 : (values[i] as number);
  const input = { codes, categories: feature.levels?.length ?? 0, labels: grouping.labels, k: grouping.k };
  return { feature, made: await compute("makeUp", input) };
}
