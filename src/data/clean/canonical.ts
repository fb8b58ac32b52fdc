import { METRICS, type Application, type Category, type Dataset, type Metric, type MetricColumn } from "../dataset";
import { kbpsUnit, secondsUnit } from "../roles/unit";
import { joined, name, sql, type Sql } from "../sql";
import { elapsed } from "./duration-unit";
import { parsedOf, type Parsed, type ParsedColumn } from "./parsed";
import { applications, bytesOf, scaled, sumPresent, trafficValue } from "./traffic";
import type { Word } from "./words";

/** A canonical column of `clean` and how it is made from the parsed aliases. */
export interface Canonical {
  readonly column: string;
  readonly value: Sql;
}

/** The columns that this file can fill, and what the dataset may say of them. */
export interface CanonicalPlan {
  readonly columns: readonly Canonical[];
  readonly metrics: readonly Metric[];
  readonly apps: readonly Application[];
  readonly categories: readonly Category[];
  readonly hasTime: boolean;
}

const CATEGORY_LABELS: Readonly<Record<Word["canonical"], string>> = {
  handset: "Handset type",
  maker: "Handset manufacturer",
  location: "Location",
};

/** What a plan is made from. */
export interface PlanInput {
  readonly parsed: Parsed;
  readonly words: readonly Word[];
  readonly grain: "session" | "customer";
  readonly unit: Dataset["unit"];
}

/** Plans the canonical columns. `secondsPerUnit` turns the duration column into seconds. */
export function plan({ parsed, words, grain, unit }: PlanInput, secondsPerUnit: number): CanonicalPlan {
  const amounts: readonly (readonly [MetricColumn, Sql | null])[] = [
    ["sessions", grain === "customer" ? plainAmount(parsed) : null],
    ["duration_s", durationValue(parsed, secondsPerUnit)],
    ["download_bytes", bytesRole(parsed, "download")],
    ["upload_bytes", bytesRole(parsed, "upload")],
    ["traffic_bytes", trafficValue(parsed)],
    ["rtt_ms", rttValue(parsed)],
    ["throughput_kbps", throughputValue(parsed)],
    ["tcp_retrans_bytes", tcpValue(parsed)],
  ];
  const present = amounts.flatMap(([column, value]) => (value === null ? [] : [{ column, value }]));
  const apps = applications(parsed).map((app, index) => ({
    column: `app_${index}`,
    label: app.label,
    value: sumPresent(app.columns.map(bytesOf)),
  }));
  // The rows of one session are no sessions.
  const hasSessions =
    (unit === "customer" && grain === "session") || present.some(({ column }) => column === "sessions");
  return {
    columns: [
      ...momentColumns(parsed),
      ...present,
      ...apps,
      ...words.map((word) => ({ column: word.canonical, value: name(word.canonical) })),
    ],
    metrics: METRICS.filter(({ column }) =>
      column === "sessions" ? hasSessions : present.some((one) => one.column === column),
    ),
    apps: apps.map(({ column, label }) => ({ column, label })),
    categories: words.map(({ canonical }) => ({ column: canonical, label: CATEGORY_LABELS[canonical] })),
    hasTime: grain === "session" && parsed.times.includes("t_start"),
  };
}

const momentColumns = (parsed: Parsed): readonly Canonical[] =>
  parsed.times.map((alias) => ({ column: alias === "t_start" ? "started" : "ended", value: name(alias) }));

const plainAmount = (parsed: Parsed): Sql | null => {
  const column = parsedOf(parsed, "sessions");
  return column === null ? null : name(column.alias);
};

const bytesRole = (parsed: Parsed, role: "download" | "upload"): Sql | null => {
  const column = parsedOf(parsed, role);
  return column === null ? null : bytesOf(column);
};

/** The duration column in seconds, else end − start where the end is not before the start. */
function durationValue(parsed: Parsed, secondsPerUnit: number): Sql | null {
  const column = parsedOf(parsed, "duration");
  if (column !== null) return scaled(name(column.alias), secondsPerUnit);
  const span = elapsed(parsed);
  return span === null ? null : sql`CASE WHEN ${span} >= 0 THEN ${span} END`;
}

const milliseconds = (column: ParsedColumn): Sql =>
  scaled(name(column.alias), (secondsUnit(column.name)?.factor ?? 0.001) * 1000);
const kbps = (column: ParsedColumn): Sql => scaled(name(column.alias), kbpsUnit(column.name)?.factor ?? 1);

/** Round-trip time: its own column, else downlink + uplink (missing if one of the two is). */
function rttValue(parsed: Parsed): Sql | null {
  const whole = parsedOf(parsed, "rtt");
  if (whole !== null) return milliseconds(whole);
  const [down, up] = [parsedOf(parsed, "rtt-dl"), parsedOf(parsed, "rtt-ul")];
  if (down !== null && up !== null) return sql`${milliseconds(down)} + ${milliseconds(up)}`;
  const one = down ?? up;
  return one === null ? null : milliseconds(one);
}

/** Throughput: its own column, else the mean of the directions present. */
function throughputValue(parsed: Parsed): Sql | null {
  const whole = parsedOf(parsed, "throughput");
  if (whole !== null) return kbps(whole);
  const sides = [parsedOf(parsed, "throughput-dl"), parsedOf(parsed, "throughput-ul")]
    .filter((side) => side !== null)
    .map(kbps);
  const [down, up] = sides;
  if (down === undefined) return null;
  return up === undefined ? down : sql`coalesce((${down} + ${up}) / 2, ${joined([down, up])})`;
}

/** TCP retransmission: its own column, else the sum of the directions present. */
function tcpValue(parsed: Parsed): Sql | null {
  const whole = parsedOf(parsed, "tcp");
  if (whole !== null) return bytesOf(whole);
  const sides = [parsedOf(parsed, "tcp-dl"), parsedOf(parsed, "tcp-ul")].filter((side) => side !== null).map(bytesOf);
  return sides.length === 0 ? null : sumPresent(sides);
}
