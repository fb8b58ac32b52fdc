import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import type { Nearest } from "../../workers/lab/similar";
import type { SegmentsResult } from "./result";
import { SIMILAR_SECTION } from "./sections";
import { similarTable } from "./similar-table";
import { ownValue, shareWords, type Compared } from "./similar-words";
import { counted, unitsOf } from "../units";

/** The customer that others are compared with. */
interface One {
  readonly row: number;
  readonly name: string;
}

/** The customers nearest to one, how near that is, and in what. `names` stand beside `near.rows`. */
export function similarToOneFigure(result: SegmentsResult, one: One, near: Nearest, names: readonly string[]): Figure {
  const { rows, others, medianDistance } = near;
  const compared: Compared = {
    value: (feature) => ownValue(result, one.row, feature),
    near: (own, other) => (own === other ? `${own} both` : `${own} and ${other}`),
    far: (own, other) => `${other}, not ${own}`,
  };
  return {
    id: "segments-similar",
    section: SIMILAR_SECTION,
    title: titleOf(one, near, names),
    subtitle: `The nearest ${format(rows.length, "count", "full")} of ${format(others, "count", "full")} other ${unitsOf(result)} in ${featureCount(result)}; ${tieWords(near)}`,
    table: similarTable(result, near, names, compared, [
      { label: "Nearer than", of: ({ farther }) => farther },
      { label: "Of the usual", of: ({ distance }) => distance / medianDistance },
    ]),
    explain: {
      text: `Euclidean distances from “${one.name}” to all ${counted(others, result)} in the prepared features: scaled, weighted, missing values filled and outliers treated as everywhere on this page. Nearer than: the share of the others that are farther away. Of the usual: of the median distance to all others, ${format(medianDistance, "score")}. Alike: features in which no more than half of the others are as near, the rarest first, with that share; apart: what makes most of the squared distance. Values are as in the file, the one picked out first. Distances that differ by rounding alone are a tie.`,
      parameters: { neighbours: result.similar, distance: "euclidean" },
    },
    span: 12,
    ...cautionOf(result, near),
  };
}

function titleOf({ name }: One, { rows, identical }: Nearest, names: readonly string[]): string {
  const [first] = rows;
  if (first === undefined) return `There is nobody beside “${name}”`;
  if (identical > 1) return `${format(identical, "count", "full")} others are the same as “${name}” in every feature`;
  if (identical === 1) return `“${names[0] ?? ""}” is the same as “${name}” in every feature`;
  return `Most like “${name}” is “${names[0] ?? ""}”: nearer than ${nearerWords(first.farther)} of the others`;
}

/** Never “100 %” where somebody is as near. */
const nearerWords = (share: number): string => (share < 1 && share > 0.999 ? "over 99.9 %" : shareWords(share));

const featureCount = ({ features }: SegmentsResult): string =>
  features.length === 1 ? "1 feature" : `${features.length} features`;

/** How many more are as near as the last that is listed. */
export const tieWords = ({ tied }: Pick<Nearest, "tied">): string =>
  tied === 0 ? "nobody else is as near" : `${format(tied, "count", "full")} more are as near as the last`;

/** What is equal as prepared may differ in the file. */
function cautionOf(result: SegmentsResult, { identical }: Nearest): Pick<Figure, "caution"> {
  return identical === 0
    ? {}
    : {
        caution: `The same in every feature as prepared: before outliers are treated and missing values filled, ${unitsOf(result)} may still differ.`,
      };
}
