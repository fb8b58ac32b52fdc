import { UserError } from "../data/user-error";
import type { SealWatch } from "./seal-watch";

/** One way out that was tried once the page was sealed. */
export interface SealCheck {
  /** Who tried it: the page itself, a worker it made, or the SQL engine. */
  readonly where: "page" | "worker" | "engine";
  /** What was tried, as it stands before "was refused". */
  readonly tried: string;
  readonly refused: boolean;
  /** What the browser or the engine answered, in its own words; empty when it let the attempt through. */
  readonly said: string;
}

/** What the claim that nothing leaves rests on, made anew by every start of the workbench. */
export interface SealEvidence {
  /** Milliseconds from opening the page to the second policy. */
  readonly sealedAt: number;
  /** The same moment by the clock. */
  readonly at: Date;
  readonly checks: readonly SealCheck[];
  /** What this browser has no means to stop, in plain sentences. */
  readonly limits: readonly string[];
  /** What the browser has counted since. */
  readonly since: SealWatch;
}

/** Something got through: the workbench takes no file. Says what, and carries all that was tried. */
export class SealBroken extends UserError {
  constructor(readonly evidence: SealEvidence) {
    const through = evidence.checks.filter(({ refused }) => !refused).map(({ tried }) => tried);
    super(
      `This page takes no file, because it could not be sealed. Not refused: ${through.join("; ")}.`,
      "Open Clientele in a tab of its own, without extensions, in a current Chrome, Edge, Firefox or Safari.",
    );
  }
}

/** Hands the evidence on if everything was refused, otherwise throws SealBroken. */
export function unbroken(evidence: SealEvidence): SealEvidence {
  if (evidence.checks.some(({ refused }) => !refused)) throw new SealBroken(evidence);
  return evidence;
}
