import type { Figure, Picked } from "../charts/figure";
import type { Dataset } from "../data/dataset";
import type { Desk } from "../segmentation/desk";
import type { KindsOffer } from "../view/kinds-offer";
import type { Setting, Settings, Values } from "../view/settings";

/** All that an analysis can see and touch. */
export interface Context extends Desk {
  /** Shows what is known so far of a result that takes long; the run goes on. */
  show(partial: unknown): void;
}

export interface Analysis<Spec extends Settings, Result> {
  readonly id: string;
  readonly title: string;
  /** The page's question, e.g. "Who is engaged?" */
  readonly question: string;
  readonly settings: Spec;
  /** Why this data set cannot be analysed, as a sentence with a next step; null when it can. */
  missing(dataset: Dataset): string | null;
  /** Pure. What options would cost on this data, as words by setting and option. */
  optionNotes?(dataset: Dataset, values: Values<Spec>): ReadonlyMap<string, ReadonlyMap<string, string>>;
  run(context: Context, values: Values<Spec>): Promise<Result>;
  /** Pure. One sentence that answers the question from the data. */
  answer(result: Result): string;
  /** Pure. Four to six. */
  cards(result: Result): readonly KeyFigure[];
  /** Pure. */
  figures(result: Result): readonly Figure[];
  /** Pure. The same one by one, where all at once would hold the page. */
  figuresInSteps?(result: Result): Iterable<Figure>;
  /** Pure. Plain sentences, each with its numbers. */
  findings(result: Result): readonly Finding[];
  /** Pure. The customer_no at each place of the result; only where figures let customers be picked out. */
  customers?(result: Result): Int32Array;
  /** Pure. Groups that a person may call as they like; `key` names the grouping they are of. */
  groups?(result: Result): { readonly key: string; readonly names: readonly string[] };
  /** Pure. Rules that a person can change, as they came out; only of a page with an editor for them. */
  kinds?(result: Result): KindsOffer;
  /** Pure. */
  takeaways?(result: Result): readonly Takeaway[];
  /** Pure. Figures about the customers that are picked out. */
  picked?(result: Result, picked: Picked): readonly Figure[];
}

/** Something of a result to take along as a text file. */
export interface Takeaway {
  readonly label: string;
  readonly note: string;
  /** The file's name. */
  readonly name: string;
  content(): string;
}

export interface KeyFigure {
  readonly label: string;
  /** Formatted, at most three significant figures. */
  readonly value: string;
  readonly unit?: string;
  readonly note?: string;
  readonly explain: Figure["explain"];
}

export interface Finding {
  readonly text: string;
  readonly level: "info" | "caution";
  readonly explain: Figure["explain"];
}

export type { Setting };
