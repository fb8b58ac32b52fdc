/** Plain data for one card: a chart, the same numbers as a table, and how they were made. */
export interface Figure {
  readonly id: string;
  /** The finding, as a sentence. */
  readonly title: string;
  /** What is drawn: n, unit, filter. */
  readonly subtitle: string;
  /** Absent for a card that is only a table. */
  readonly chart?: Chart;
  readonly table: DataTable;
  readonly explain: Explain;
  /** Of a 12-column grid. */
  readonly span: 4 | 6 | 8 | 12;
  /** Something the reader must know before trusting it (a tie, a tiny cluster, a disagreement). */
  readonly caution?: string;
  /** The part of the page it belongs to; the first figure of a part stands under its heading. */
  readonly section?: string;
  /** Pure. The same card for the customers that are picked out, beside all of them. */
  readonly follow?: (picked: Picked) => Figure;
}

/** Customers picked out on a chart: 1 at the place of each that is, in the order of the result. */
export type Picked = Uint8Array;

/**
 * Plotly traces and layout as JSON, without Plotly. Colours are CSS custom properties written `var(--data-1)`, resolved
 * by the component that draws. Text is raw; the component escapes it. `description` is the chart in one sentence for
 * people who cannot see it.
 */
export interface Chart {
  readonly data: readonly Trace[];
  readonly layout: Record<string, unknown>;
  readonly height: number;
  readonly description: string;
  /** How customers are picked out on it, if they can be. */
  readonly pick?: Picking;
}

/** By drawing around them, or by a press on a bar. Customers in the order of the result. */
export type Picking =
  | {
      readonly by: "area";
      /** Where each customer is, drawn or not. */
      readonly x: Float64Array;
      readonly y: Float64Array;
    }
  | {
      readonly by: "group";
      /** The group of each customer. */
      readonly groups: Int32Array;
      /** The group that each mark of the first trace stands for. */
      readonly marks: readonly number[];
    };

export type Trace = Record<string, unknown>;

export interface DataTable {
  readonly columns: readonly TableColumn[];
  /** Column-major: one array per column, all of one length. */
  readonly values: readonly TableValues[];
  /** Per row: where what it says can be seen; null for nowhere else. */
  readonly looks?: readonly (Look | null)[];
}

/** Another look at the page: settings of its own to take over, the time to keep, and the card that then shows it. */
export interface Look {
  readonly settings: Readonly<Record<string, number | string | boolean | readonly string[]>>;
  /** Milliseconds since 1970 UTC, from inclusive, to exclusive; where the data has no time it does nothing. */
  readonly time?: { readonly from: number; readonly to: number };
  /** The id of the figure. */
  readonly figure: string;
}

export type TableValues = Float64Array | readonly (string | number | null)[];

export interface TableColumn {
  readonly label: string;
  readonly format: ValueFormat;
  /** Holds sentences, which take as many lines as they need. */
  readonly wraps?: boolean;
}

/** How a value is shown. Full precision stays in the table's data and exports. */
export type ValueFormat =
  "text" | "count" | "number" | "bytes" | "seconds" | "milliseconds" | "kbps" | "share" | "score" | "date";

/** One click away from every number. */
export interface Explain {
  /** What this is, in words: denominator, n, method, seed. */
  readonly text: string;
  /** Readable SQL, when a query made it. */
  readonly sql?: string;
  /** Algorithm and parameters, when a job made it. */
  readonly parameters?: Readonly<Record<string, string | number>>;
}
