import { quantileCurve, type QuantileCurve } from "./quantile-curve";
import { blend } from "./random";
import { eachSession, saltOf, type TelecomChunk, type TelecomColumn } from "./telecom-chunk";
import {
  ACTIVE_DL,
  ACTIVE_UL,
  HTTP_DL,
  HTTP_UL,
  RTT_DL,
  RTT_UL,
  SPEED_DL,
  SPEED_UL,
  TCP_DL,
  TCP_UL,
} from "./telecom-curves";
import { DURATION_MS } from "./telecom-identity-columns";

/** Published rows of the file: shares of missing values are counts over these. */
const ROWS = 150_000;

/** How the network served each session. Slow answers, low throughput and many retransmissions go together. */
export const networkColumns: readonly TelecomColumn[] = [
  measured("Avg RTT DL (ms)", RTT_DL, (chunk, row, u) => 1 - blend(quality(chunk, row), u, 0.7), rttMissing(27_828)),
  measured("Avg RTT UL (ms)", RTT_UL, (chunk, row, u) => 1 - blend(quality(chunk, row), u, 0.6), rttMissing(27_811)),
  measured("Avg Bearer TP DL (kbps)", SPEED_DL, (chunk, row) => chunk.speed[row] ?? 0, always),
  measured("Avg Bearer TP UL (kbps)", SPEED_UL, (chunk, row, u) => blend(chunk.speed[row] ?? 0, u, 0.8), always),
  measured(
    "TCP DL Retrans. Vol (Bytes)",
    TCP_DL,
    (chunk, row, u) => 1 - blend(quality(chunk, row), u, 0.6),
    idle(88_145),
  ),
  measured(
    "TCP UL Retrans. Vol (Bytes)",
    TCP_UL,
    (chunk, row, u) => 1 - blend(quality(chunk, row), u, 0.55),
    idle(96_648),
  ),
  ...shares(
    ["DL TP < 50 Kbps (%)", "50 Kbps < DL TP < 250 Kbps (%)", "250 Kbps < DL TP < 1 Mbps (%)", "DL TP > 1 Mbps (%)"],
    28,
    753,
  ),
  ...shares(
    ["UL TP < 10 Kbps (%)", "10 Kbps < UL TP < 50 Kbps (%)", "50 Kbps < UL TP < 300 Kbps (%)", "UL TP > 300 Kbps (%)"],
    6,
    791,
  ),
  measured("HTTP DL (Bytes)", HTTP_DL, independent, idle(81_473)),
  measured("HTTP UL (Bytes)", HTTP_UL, independent, idle(81_809)),
  active("Activity Duration DL (ms)", ACTIVE_DL),
  active("Activity Duration UL (ms)", ACTIVE_UL),
  seconds("Nb of sec with 125000B < Vol DL", 290, 81_476, 97_537),
  seconds("Nb of sec with 1250B < Vol UL < 6250B", 52, 85_412, 92_893),
  seconds("Nb of sec with 31250B < Vol DL < 125000B", 164, 58_525, 93_585),
  seconds("Nb of sec with 37500B < Vol UL", 11, 50_553, 130_253),
  seconds("Nb of sec with 6250B < Vol DL < 31250B", 195, 66_913, 88_316),
  seconds("Nb of sec with 6250B < Vol UL < 37500B", 8, 49_565, 111_842),
  seconds("Nb of sec with Vol DL < 6250B", 203, 604_061, 754),
  seconds("Nb of sec with Vol UL < 1250B", 217, 604_122, 792),
];

type Missing = (chunk: TelecomChunk) => (row: number) => boolean;
type Place = (chunk: TelecomChunk, row: number, u: number) => number;

/** Whole numbers after a curve, at the place among all sessions that `place` gives, some missing. */
function measured(name: string, curve: QuantileCurve, place: Place, missing: Missing): TelecomColumn {
  const make = (chunk: TelecomChunk): Float64Array => {
    const draw = chunk.stream(saltOf(name));
    const gone = missing(chunk);
    return eachSession(chunk, (row) => {
      const u = draw();
      return gone(row) ? Number.NaN : Math.round(curve(place(chunk, row, u)));
    });
  };
  return { name, type: "DOUBLE", make, averaged: false };
}

/** Time in use cannot be longer than the session. */
function active(name: string, curve: QuantileCurve): TelecomColumn {
  const make = (chunk: TelecomChunk): Float64Array => {
    const draw = chunk.stream(saltOf(name));
    const longest = chunk.doubles(DURATION_MS);
    return eachSession(chunk, (row) => {
      const ms = Math.floor(curve(blend(chunk.speed[row] ?? 0, draw(), 0.7)));
      return Math.min(ms, longest[row] ?? ms);
    });
  };
  return { name, type: "DOUBLE", make, averaged: false };
}

function seconds(name: string, median: number, max: number, missing: number): TelecomColumn {
  const curve = quantileCurve(
    [0, 1],
    [0.5, median],
    [0.9, median * 12],
    [0.999, Math.min(max * 0.8, median * 120)],
    [1, max],
  );
  return measured(name, curve, independent, idle(missing));
}

/** Four whole percentages that add up to 100, the first one smaller where throughput was high. */
function shares(names: readonly [string, string, string, string], most: number, missing: number): TelecomColumn[] {
  const faster = (chunk: TelecomChunk): Float64Array => {
    const draw = chunk.stream(saltOf(names[0]));
    return eachSession(chunk, (row) => {
      const above = Math.max(0, 2 * (chunk.speed[row] ?? 0) - 1);
      return draw() < missing / ROWS ? Number.NaN : Math.round(most * above * above);
    });
  };
  const parts = [
    (rest: number) => 100 - rest,
    (rest: number) => Math.ceil(rest / 2),
    (rest: number) => Math.floor(Math.floor(rest / 2) / 2),
    (rest: number) => Math.ceil(Math.floor(rest / 2) / 2),
  ];
  return parts.map((part, i) => ({
    name: names[i] ?? "",
    type: "DOUBLE",
    averaged: false,
    make: (chunk) => chunk.hidden(names[0], () => faster(chunk)).map(part),
  }));
}

function quality(chunk: TelecomChunk, row: number): number {
  return chunk.quality[row] ?? 0;
}

function independent(_chunk: TelecomChunk, _row: number, u: number): number {
  return u;
}

function always(): (row: number) => boolean {
  return () => false;
}

/** Both directions of the round trip are missing in the same sessions. */
function rttMissing(count: number): Missing {
  return (chunk) => {
    const draw = chunk.stream(saltOf("RTT missing"));
    return () => draw() < count / ROWS;
  };
}

/** Missing where the session was little more than idle. */
function idle(count: number): Missing {
  return (chunk) => (row) => (chunk.activity[row] ?? 1) < count / ROWS;
}
