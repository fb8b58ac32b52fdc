/**
 * The table that every analysis reads, whatever the file was. Analyses know only these names:
 *
 * `sessions` (only when `grain` is "session"; cleaned and filtered rows):
 *   customer_no INTEGER, started TIMESTAMP, ended TIMESTAMP, duration_s, download_bytes, upload_bytes, traffic_bytes,
 *   rtt_ms, throughput_kbps, tcp_retrans_bytes, app_0 … app_n (download + upload) DOUBLE; handset, maker, location VARCHAR
 * `customers` (one row per customer, always there, filtered):
 *   customer_no INTEGER (0 … n-1, the only join key), customer VARCHAR, sessions DOUBLE, then the same metrics:
 *   duration_s, download_bytes, upload_bytes, traffic_bytes, app_i are sums; rtt_ms, throughput_kbps,
 *   tcp_retrans_bytes are means of the sessions that have a value (NULL if none); handset, maker are the most
 *   frequent (ties: alphabetically first).
 * A column exists only if `metrics`, `apps` or `categories` names it.
 *
 * Any table has two more views over the same rows, those that count and pass the filters:
 * `kept_rows`: row_no INTEGER (1-based, in the file), customer_no INTEGER
 * `rows` (made by `table/rows-view.ts` once every column is profiled): customer_no, row_no, then c0 … cn, the columns of
 *   the file under their ids: DOUBLE for numbers and truths (0, 1), TIMESTAMP for moments, VARCHAR for words and ids.
 *
 * Where segments are filtered, all of these hold their customers only, numbered anew; `base_customers`, `customer_numbers` and
 * `kept_segments` (see `customers/table-views.ts`, `kept-segments.ts`) know everybody.
 */
export interface Dataset {
  readonly grain: "session" | "customer";
  /** What one row of `customers` stands for: who a column names, or, where none does, a session or a row of the file. */
  readonly unit: "customer" | "session" | "row";
  readonly metrics: readonly Metric[];
  readonly apps: readonly Application[];
  readonly categories: readonly Category[];
  readonly hasTime: boolean;
  /** How traffic_bytes was made, in words. */
  readonly trafficDefinition: string;
  readonly counts: DatasetCounts;
  /** Names the cleaned and filtered data: changes whenever the tables change. */
  readonly version: string;
}

export interface DatasetCounts {
  readonly rowsRead: number;
  readonly rowsSetAside: number;
  readonly rowsKept: number;
  /** Kept rows that the filters leave out; rowsKept − rowsFiltered rows stand in the tables. */
  readonly rowsFiltered: number;
  readonly customers: number;
  /** Milliseconds since 1970 UTC; absent without time. */
  readonly from?: number;
  readonly to?: number;
}

export type MetricColumn =
  | "sessions"
  | "duration_s"
  | "download_bytes"
  | "upload_bytes"
  | "traffic_bytes"
  | "rtt_ms"
  | "throughput_kbps"
  | "tcp_retrans_bytes";

export type Unit = "count" | "seconds" | "milliseconds" | "bytes" | "kbps" | "share" | "score";

export interface Metric {
  readonly column: MetricColumn;
  readonly label: string;
  readonly unit: Unit;
  /** +1 when more is better for the customer or the business, -1 when less is. */
  readonly polarity: 1 | -1;
}

export interface Application {
  /** `app_0`, `app_1` … */
  readonly column: string;
  readonly label: string;
}

export interface Category {
  readonly column: "handset" | "maker" | "location";
  readonly label: string;
}

/** The metrics in their fixed order with their names and units. */
export const METRICS: readonly Metric[] = [
  { column: "sessions", label: "Sessions", unit: "count", polarity: 1 },
  { column: "duration_s", label: "Duration", unit: "seconds", polarity: 1 },
  { column: "download_bytes", label: "Download", unit: "bytes", polarity: 1 },
  { column: "upload_bytes", label: "Upload", unit: "bytes", polarity: 1 },
  { column: "traffic_bytes", label: "Traffic", unit: "bytes", polarity: 1 },
  { column: "tcp_retrans_bytes", label: "TCP retransmission", unit: "bytes", polarity: -1 },
  { column: "rtt_ms", label: "Round-trip time", unit: "milliseconds", polarity: -1 },
  { column: "throughput_kbps", label: "Throughput", unit: "kbps", polarity: 1 },
];
