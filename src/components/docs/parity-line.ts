/** One number of the lab beside scikit-learn's, or another reference's, for the same data and settings. */
export interface ParityLine {
  readonly method: string;
  /** The data it was measured on. */
  readonly set: string;
  readonly parameters: string;
  readonly measure: string;
  /** The reference's value; sizes as text, largest first. */
  readonly theirs: number | string;
  readonly ours: number | string;
  /** Of sizes: customers that sit in another one; of numbers above 1: as a share of theirs. */
  readonly difference: number;
  readonly tolerance: number;
  readonly verdict: Verdict;
}

/**
 * `better`: beyond the tolerance on the good side; `other groups`: the lab's groups are others and no worse by what the
 * method minimises, so that their sizes and indices are others too; `differs`: beyond the tolerance and unexplained.
 */
export type Verdict = "same" | "better" | "other groups" | "differs";

/** The parity table as `npm run parity` writes it. */
export interface ParityTable {
  /** Which reference made the numbers of which sets. */
  readonly madeWith: string;
  readonly lines: readonly ParityLine[];
}
