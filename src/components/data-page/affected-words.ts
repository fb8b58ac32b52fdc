import type { LedgerStep } from "../../data/ledger";
import { counted } from "./found-sentence";

/** A step's count with its noun: "1,066 rows", "1 column", "nothing to change". */
export function affectedWords({ affected, of }: Pick<LedgerStep, "affected" | "of">): string {
  return affected === 0 ? "nothing to change" : counted(affected, of.slice(0, -1));
}
