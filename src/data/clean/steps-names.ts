import type { LedgerStep } from "../ledger";
import type { CleanFindings } from "./findings";
import { counted, listed, quantity } from "./wording";

/** Names between blanks, which are taken away: reported only; null when there are none. */
export function namesStep({ words }: Pick<CleanFindings, "words">): LedgerStep | null {
  const untidy = words.filter((word) => word.untidy > 0);
  if (untidy.length === 0) return null;
  const affected = untidy.reduce((sum, word) => sum + word.untidy, 0);
  const columns = listed(untidy.map(({ column, untidy: count }) => `“${column.name}” (${counted(count)})`));
  return {
    id: "names",
    title: "Blanks around names",
    text: `${quantity(affected, "name")} had blanks around ${affected === 1 ? "it" : "them"}, taken away: ${columns}.`,
    affected,
    of: "values",
    samples: untidy.flatMap(({ samples }) => samples).slice(0, 5),
    enabled: true,
    switchable: false,
  };
}
