import { escapesTried } from "../data/duckdb/escapes";
import type { Engine } from "../data/engine";
import { unbroken, type SealEvidence } from "./seal-evidence";

/**
 * The second half of the self-check, once the SQL engine runs: asks it to unlock itself and to reach out. Resolves with
 * the evidence of both halves; rejects with SealBroken if the engine did any of it.
 */
export async function withEngine(evidence: SealEvidence, engine: Engine): Promise<SealEvidence> {
  const tried = await escapesTried(engine, location.origin);
  return unbroken({
    ...evidence,
    checks: [...evidence.checks, ...tried.map((one) => ({ where: "engine", ...one }) as const)],
  });
}
