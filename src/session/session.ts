import type { ReadonlySignal } from "@preact/signals";
import type { Figure, Look, Picked } from "../charts/figure";
import type { ColumnRole, Finding, Follow, FunnelOffer, KeyFigure, Takeaway } from "../analyses/analysis";
import type { Dataset } from "../data/dataset";
import type { LedgerStep } from "../data/ledger";
import type { MemoryUse } from "../data/memory-budget";
import type { ColumnProfile } from "../data/profile";
import type { PreviewOrder, PreviewPage } from "../data/preview";
import type { Role, RoleAssignment } from "../data/role";
import type { LoadProgress, SourceFormat } from "../data/source";
import type { KindsOffer } from "../view/kinds-offer";
import type { Settings, AnyValue, Option } from "../view/settings";
import type { SampleKind } from "../view/sample-name";
import type { Filters, Fingerprint, View } from "../view/view";
import type { Treatment } from "../workers/contract";
import type { Earlier } from "./earlier-desk";
import type { Exports } from "./export-desk";
import type { LinkOffer } from "./link-offer";
import type { SealEvidence } from "./seal-evidence";

/** Where the workbench stands. */
export type Stage =
  | { readonly name: "booting"; readonly share: number; readonly doing: string }
  | { readonly name: "empty"; readonly wanted: Fingerprint | null; readonly notice: string | null }
  | { readonly name: "loading"; readonly label: string; readonly doing: string; readonly progress: LoadProgress | null }
  /** Read, but no column could be taken for the customer: the person must choose on the data page. */
  | { readonly name: "mapping"; readonly why: string }
  | { readonly name: "ready" }
  | { readonly name: "failed"; readonly message: string; readonly next: string; readonly details: string | null };

/** One analysis on the current data and view. */
export type Run =
  | { readonly state: "waiting" }
  | { readonly state: "running"; readonly share: number; readonly doing: string; readonly last: PageContent | null }
  | { readonly state: "done"; readonly page: PageContent }
  /** Stopped by the person. */
  | { readonly state: "stopped"; readonly last: PageContent | null }
  | { readonly state: "impossible"; readonly why: string }
  | { readonly state: "failed"; readonly message: string; readonly next: string; readonly details: string | null };

/** What a page shows: an analysis's result made readable. */
export interface PageContent {
  readonly answer: string;
  readonly cards: readonly KeyFigure[];
  readonly figures: readonly Figure[];
  readonly findings: readonly Finding[];
  /** The customer_no at each place of the result, where figures let customers be picked out. */
  readonly customers: Int32Array | null;
  /** Figures about the customers that are picked out. */
  picked(picked: Picked): readonly Figure[];
  /** More of them, which take computing; null where there are none. Rejects with an AbortError when the signal fires. */
  readonly pickedMore: ((picked: Picked, signal: AbortSignal) => Promise<readonly Figure[]>) | null;
  /** The features that it was made from, as a link writes them; null where a person cannot choose them. */
  readonly features: readonly string[] | null;
  readonly takeaways: readonly Takeaway[];
  /** Groups that a person may call as they like, and what grouping they are of; null where there are none. */
  readonly groups: { readonly key: string; readonly names: readonly string[] } | null;
  /** What a funnel can be made of; null where the page has none. */
  readonly funnels: FunnelOffer | null;
  /** Rules of the page that a person can change, as they came out; null where there are none. */
  readonly kinds: KindsOffer | null;
  /** Customers whom a person may have the page follow; null where it cannot. */
  readonly follow: Follow | null;
  /** More of it is still computed. */
  readonly partial: boolean;
  readonly milliseconds: number;
}

/** The file as it was opened. */
export interface Opened {
  readonly label: string;
  readonly format: SourceFormat | "sample";
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
  readonly fingerprint: Fingerprint;
  readonly synthetic: boolean;
  readonly notes: readonly string[];
  /** A link asked for another file than this one. */
  readonly offer: LinkOffer | null;
}

export interface PageEntry {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly settings: Settings;
  /** Computed when the page is visited, not with every file. */
  readonly onVisit: boolean;
  /** How missing values, outliers and scales are treated plays a part in it. */
  readonly treated: boolean;
}

/** An address that reopens a view, and what of the view is not in it. */
export interface Link {
  readonly href: string;
  /** Filters left out because their values are cells of the file, by the link's key: "maker", "handset", "location". */
  readonly held: readonly string[];
  /** Lists left out because they do not fit. */
  readonly cut: readonly string[];
  /** Characters that all of it would take after the address, and the most that fit. */
  readonly length: number;
  readonly longest: number;
}

/** The values that a filter can take, most frequent first. */
export interface FilterChoices {
  readonly makers: ValueChoices;
  readonly handsets: ValueChoices;
  readonly locations: ValueChoices;
  readonly apps: readonly string[];
  readonly from: number | null;
  readonly to: number | null;
}

/** The most frequent values of one column, and how many it has. */
export interface ValueChoices {
  readonly listed: readonly FilterChoice[];
  readonly total: number;
}

/** Segments of the Segments page that all pages can be filtered by. */
export interface OfferedSegments {
  /** Null while there are none. */
  readonly listed: readonly SegmentChoice[] | null;
  /** Why a filter on segments, or part of it, does nothing; null where it does what it says. */
  readonly note: string | null;
}

export interface SegmentChoice {
  /** 0 is the largest. */
  readonly segment: number;
  readonly name: string;
  readonly customers: number;
}

export interface FilterChoice {
  readonly value: string;
  readonly rows: number;
}

/** Columns and metrics as features. A feature is written as a link writes it, see `view/feature-text.ts`. */
export interface FeatureOffer {
  /** Used when the person chooses none. */
  readonly suggested: readonly string[];
  /** Every source, each as it is taken when it is added. */
  readonly features: readonly { readonly text: string; readonly label: string; readonly kind: string }[];
  /** What can be chosen for the feature that a text means. */
  choices(text: string): FeatureChoices;
  /** A feature as a person says it: “Amount, sum”. */
  words(text: string): string;
}

export interface FeatureChoices {
  readonly measures: readonly Option[];
  readonly encodings: readonly Option[];
  readonly transforms: readonly Option[];
  /** What speaks for a transformation, in a few words. */
  readonly hint: string | null;
}

export interface FoundCustomer {
  readonly customerNo: number;
  readonly key: string;
}

/** A file that a person asked to remember on this device. */
export interface RememberedFile {
  readonly id: string;
  readonly label: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly saved: number;
  /** Where it lies on disk is kept; null when a copy is. */
  readonly handles: readonly unknown[] | null;
}

/** What is kept on this device after the tab is closed: nothing, unless a person asks. Everything rejects with a UserError. */
export interface DeviceMemory {
  /** Newest first. */
  readonly files: ReadonlySignal<readonly RememberedFile[]>;
  /** Something is being kept or deleted. */
  readonly busy: ReadonlySignal<boolean>;
  /** Tells where a file that was dropped lies on disk, so that it need not be copied to be remembered. */
  noteHandle(file: File, handle: FileSystemFileHandle): void;
  /** Remembers the open file with its view, and follows the view from then on. */
  remember(): Promise<void>;
  forget(id: string): Promise<void>;
  forgetEverything(): Promise<void>;
  open(id: string): Promise<void>;
}

/** Other looks at a page, each a view of its own that can be gone back from. */
export interface LookDesk {
  /** Takes the look over; false where it is what is shown. */
  take(page: string, look: PageLook): boolean;
  /** The address of the look, without values of filters. */
  href(page: string, look: PageLook): string;
}

export type PageLook = Pick<Look, "settings" | "time">;

/** Everything the screen can read and ask. Components know this and nothing below it. */
export interface Session {
  readonly stage: ReadonlySignal<Stage>;
  readonly view: ReadonlySignal<View>;
  readonly opened: ReadonlySignal<Opened | null>;
  readonly roles: ReadonlySignal<readonly RoleAssignment[]>;
  readonly ledger: ReadonlySignal<readonly LedgerStep[]>;
  readonly dataset: ReadonlySignal<Dataset | null>;
  readonly profiles: ReadonlySignal<ReadonlyMap<string, ColumnProfile>>;
  readonly choices: ReadonlySignal<FilterChoices | null>;
  readonly segments: ReadonlySignal<OfferedSegments>;
  /** What customers can be told apart by; null until every column is read. */
  readonly features: ReadonlySignal<FeatureOffer | null>;
  /** Segments of an earlier file that are compared with; null for none. */
  readonly earlier: ReadonlySignal<Earlier | null>;
  /** Takes a table of customers with the segment each had, as exported here. Rejects with a UserError. */
  openEarlier(file: File): Promise<void>;
  forgetEarlier(): void;
  /** What the options of a page's settings would cost, as words by setting and option; known once data is open. */
  optionNotes(page: string): ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** What each column is taken for on a page, as far as the page guesses it; null until every column is read. */
  columnRoles(page: string): readonly ColumnRole[] | null;
  /** What the tables hold and may hold, in bytes; null until they stand. */
  readonly memoryUse: ReadonlySignal<MemoryUse | null>;
  /** What is being brought back after the engine stopped, in words; null when all is well. */
  readonly mending: ReadonlySignal<string | null>;
  readonly memory: DeviceMemory;
  readonly looks: LookDesk;
  /** Parts of a link that were ignored, in words. */
  readonly linkProblems: ReadonlySignal<readonly string[]>;
  /** What was tried and refused once the page was sealed; null where it is not sealed (the development server). */
  readonly seal: SealEvidence | null;
  readonly pages: readonly PageEntry[];
  run(page: string): ReadonlySignal<Run>;
  /** Customers whose key is this text, or begins with it where none is; at most ten. */
  findCustomers(text: string): Promise<readonly FoundCustomer[]>;
  /** Values of a filter's column that hold this text, also such as `choices` does not list; the most frequent 60. */
  findValues(list: "makers" | "handsets" | "locations", text: string): Promise<readonly FilterChoice[]>;
  /** Stops what a page computes; what it showed before stays. */
  stopRun(page: string): void;
  /** Computes a page once more that was stopped or has failed. */
  runAgain(page: string): void;

  open(files: readonly File[]): Promise<void>;
  openSample(kind?: SampleKind, rows?: number): Promise<void>;
  /** Stops reading; the stage goes back to empty. */
  cancel(): void;
  /** Forgets the data. */
  close(): Promise<void>;

  go(page: string): void;
  setRole(column: string, role: Role): void;
  setStep(step: string, enabled: boolean): void;
  setTreatment(treatment: Treatment): void;
  setFilters(filters: Filters): void;
  setSetting(page: string, setting: string, value: AnyValue): void;
  /** Settings, treatment, filters, roles and steps back to their defaults. */
  reset(): void;
  /** Applies the settings of a link that was made on another file. */
  acceptOffer(): void;
  /** The address that reopens this view; filters on values of the file are in it only with `values`. */
  link(values: boolean): Link;
  /** The view as a file that `open` takes, however long; values of the file are in it only with `values`. */
  viewFile(values: boolean): Blob;

  preview(from: number, count: number, order: PreviewOrder | null): Promise<PreviewPage>;
  /** What can be taken along as a file. */
  readonly exports: Exports;
}
