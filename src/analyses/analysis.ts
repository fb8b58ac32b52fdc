import type { Figure, Look, Picked } from "../charts/figure";
import type { Dataset } from "../data/dataset";
import type { TableColumn } from "../data/table/table-column";
import type { Desk } from "../segmentation/desk";
import type { KindsOffer } from "../view/kinds-offer";
import type { Setting, Settings, Values } from "../view/settings";
import type { Compute } from "../workers/contract";

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
  /** Pure. The features that it was made from, as a link writes them; only where a person can choose them. */
  features?(result: Result): readonly string[];
  /** Pure. Groups that a person may call as they like; `key` names the grouping they are of. */
  groups?(result: Result): { readonly key: string; readonly names: readonly string[] };
  /** Pure. What a funnel of the page can be made of; only where it has one. */
  funnels?(result: Result): FunnelOffer;
  /** Pure. What each column of the file is taken for on this page, and what could be chosen in its place. */
  columnRoles?(columns: readonly TableColumn[]): readonly ColumnRole[];
  /** Pure. Rules that a person can change, as they came out; only of a page with an editor for them. */
  kinds?(result: Result): KindsOffer;
  /** Pure. */
  takeaways?(result: Result): readonly Takeaway[];
  /** Pure. Customers whom a person may have the whole page follow, and those that it follows. */
  follow?(result: Result): Follow;
  /** Pure. Figures about the customers that are picked out. */
  picked?(result: Result, picked: Picked): readonly Figure[];
  /** Figures about the customers that are picked out which take computing. Rejects as the jobs do. */
  pickedMore?(result: Result, picked: Picked, desk: PickDesk): Promise<readonly Figure[]>;
}

/** What figures about customers that are picked out may ask once the run is over. */
export interface PickDesk {
  readonly compute: Compute;
  /** What the file calls these customers, by their numbers without a filter on segments. */
  keys(customerNo: readonly number[]): Promise<readonly string[]>;
}

/** Customers by how they are found, for a setting of text that says so; a link then holds no customer. */
export interface Follow {
  readonly setting: string;
  readonly groups: readonly FollowGroup[];
  /** Null where the page is about all customers. The label follows “customers”; customer_no ascending. */
  readonly chosen: { readonly label: string; readonly customers: Int32Array } | null;
}

export interface FollowGroup {
  readonly label: string;
  readonly options: readonly FollowOption[];
}

export interface FollowOption {
  /** What the setting is to be. */
  readonly value: string;
  readonly label: string;
  /** Some of these customers alone. */
  readonly narrower: readonly { readonly value: string; readonly label: string }[];
}

/** Something of a result to take along as a text file. */
export interface Takeaway {
  readonly label: string;
  readonly note: string;
  /** The file's name. */
  readonly name: string;
  content(): string;
}

/** What a funnel can be made of, and what it is where the person chose none. */
export interface FunnelOffer {
  /** Most frequent first. */
  readonly events: readonly { readonly label: string; readonly n: number }[];
  /** Columns that a condition can ask about, the likeliest first. */
  readonly columns: readonly string[];
  /** Columns whose values can be compared. */
  readonly properties: readonly string[];
  /** The funnel of a person who chose none, as a link writes it. */
  readonly guess: string;
  /** Funnels to take as they are, each with all the settings it needs. */
  readonly ready: readonly {
    readonly label: string;
    readonly note: string;
    readonly settings: Look["settings"];
  }[];
}

/** What a column can be for on a page. */
export interface ColumnRole {
  /** The setting that holds a person's choice. */
  readonly setting: string;
  /** The column taken where there is no choice; null for none. */
  readonly guessed: string | null;
  /** A sentence. */
  readonly why: string;
  readonly sure: boolean;
  /** Columns that can be chosen. */
  readonly columns: readonly string[];
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
  /** Where it can be seen. */
  readonly look?: Look;
  readonly explain: Figure["explain"];
}

export type { Setting };
