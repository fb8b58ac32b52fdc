import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import type { SimilarToGroup } from "../../workers/lab/similar";
import { tieWords } from "./figures-similar-one";
import type { SegmentsResult } from "./result";
import { SIMILAR_SECTION } from "./sections";
import { similarTable } from "./similar-table";
import type { Compared } from "./similar-words";
import { counted, unitsOf } from "../units";

/** With fewer, a group's mean and spread are mostly chance. */
const FEW = 10;

/**
 * The customers outside a group that are most like it. `inGroup` is what each feature is in the group; `names` stand
 * beside `near.rows`.
 */
export function similarToGroupFigure(
  result: SegmentsResult,
  inGroup: readonly string[],
  near: SimilarToGroup,
  names: readonly string[],
): Figure {
  const { rows, members, others, own90 } = near;
  const said = (own: string, other: string): string => `${other}, the group ${own}`;
  const compared: Compared = { value: (feature) => inGroup[feature] ?? "", near: said, far: said };
  return {
    id: "segments-similar",
    section: SIMILAR_SECTION,
    title: titleOf(result, near),
    subtitle: `The nearest ${format(rows.length, "count", "full")} of ${format(others, "count", "full")} outside the group of ${counted(members, result)}; ${tieWords(near)}`,
    table: similarTable(result, near, names, compared, [
      { label: "Of the group's own 90 %", of: ({ distance }) => (own90 > 0 ? distance / own90 : NaN) },
    ]),
    explain: {
      text: `Distance from the group's mean in the prepared features, each difference divided by the group's own spread in it: √((sum of squared differences of the group from its mean + the variance of all) / number in the group), which is Mahalanobis's distance (1936) without correlations, and gives small or uniform groups a spread too. Nine tenths of the group are within ${format(own90, "score")} of its mean, so 100 % is as far as its outer tenth begins. Alike: features in which no more than half of those outside are as near, the rarest first, with that share; apart: what makes most of the squared distance. Values are as in the file; the group's is the mean of numbers, the most frequent of words.`,
      parameters: { neighbours: result.similar, distance: "standardised by the group" },
    },
    span: 12,
    ...(members < FEW
      ? {
          caution: `The group has only ${counted(members, result)}: where its middle is, and how wide it is, is mostly chance.`,
        }
      : {}),
  };
}

function titleOf(result: SegmentsResult, { others, within90 }: SimilarToGroup): string {
  if (others === 0) return `All ${unitsOf(result)} are in the group, so nobody is left to be like it`;
  const many = within90 === 1 ? "1 other is" : `${format(within90, "count", "full")} others are`;
  return within90 === 0
    ? "Nobody outside is as near to the group's middle as nine tenths of the group"
    : `${many} as near to the group's middle as nine tenths of the group`;
}
