import type { SealEvidence } from "../../session/seal-evidence";
import type { Started } from "../shell/use-session";
import type { SealState } from "./seal-words";

/** The seal as the screen may speak of it: a start that failed carries its own evidence. */
export function sealOf({ session, problem }: Pick<Started, "session" | "problem">): {
  readonly state: SealState;
  readonly evidence: SealEvidence | null;
} {
  if (problem !== null)
    return { state: "broken", evidence: "evidence" in problem ? (problem.evidence as SealEvidence) : null };
  if (session === null) return { state: "booting", evidence: null };
  const { seal } = session;
  if (seal === null) return { state: "unsealed", evidence: null };
  return { state: seal.since.requests.value.length === 0 ? "sealed" : "leaking", evidence: seal };
}
