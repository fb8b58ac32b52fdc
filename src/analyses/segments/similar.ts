import type { Figure, Picked } from "../../charts/figure";
import type { PickDesk } from "../analysis";
import { similarToGroupFigure } from "./figures-similar-group";
import { similarToOneFigure } from "./figures-similar-one";
import { groupValues } from "./group-values";
import type { SegmentsResult } from "./result";

/** Who is most like the one customer that is picked out, or like the group, with the reasons. Rejects as the jobs do. */
export async function similarFigures(
  result: SegmentsResult,
  picked: Picked,
  desk: PickDesk,
): Promise<readonly Figure[]> {
  const { matrix, axes } = result.prepared;
  const members = picked.reduce((sum, one) => sum + one, 0);
  if (members === 0) return [];
  const input = { matrix, featureOf: axes.map(({ feature }) => feature), count: result.similar };
  if (members > 1) {
    const near = await desk.compute("similarToGroup", { ...input, group: picked });
    const names = await desk.keys(numbersOf(result, near.rows));
    return [similarToGroupFigure(result, await groupValues(result, picked), near, names)];
  }
  const row = picked.indexOf(1);
  const near = await desk.compute("similarRows", { ...input, row });
  const [own = "", ...names] = await desk.keys(numbersOf(result, [{ row }, ...near.rows]));
  return [similarToOneFigure(result, { row, name: own }, near, names)];
}

const numbersOf = ({ customerNo }: SegmentsResult, rows: readonly { readonly row: number }[]): readonly number[] =>
  rows.map(({ row }) => customerNo[row] ?? -1);
