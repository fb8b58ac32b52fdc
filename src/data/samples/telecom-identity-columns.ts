import { putWhole } from "./arrow-column";
import { quantileCurve } from "./quantile-curve";
import { blend, uniformAt } from "./random";
import { eachSession, saltOf, type TelecomChunk, type TelecomColumn } from "./telecom-chunk";
import { handsetAt, handsetOf } from "./telecom-handsets";

const SECONDS = quantileCurve(
  [0, 7142],
  [0.05, 27_000],
  [0.25, 57_440.5],
  [0.48, 86_399],
  [0.52, 86_400],
  [0.75, 132_430],
  [0.9, 176_000],
  [0.97, 260_000],
  [0.995, 480_000],
  [0.9995, 900_000],
  [1, 1_859_336],
);
const FIRST_END = Date.UTC(2019, 3, 24);
const DAYS = 7;
const DAY = 86_400_000;
const NO_VALUE_LOCATION = 1152 / 150_000;
const CELLS = 12_000;

/** How a person of each engagement level differs: the chance to take the larger (or, below 0, the smaller) of two draws. */
const DURATION_TILT = [-0.08, 0, 0.35] as const;

/** Milliseconds between start and end. */
export const DURATION_MS = "Dur. (ms).1";

/**
 * Who, when, where and on what. The identifiers cannot be anyone's: the number's country code 999 is assigned to no
 * country, the IMSI is of the test network 999-70, the IMEI's type code 99999 of no maker.
 */
export const identityColumns = {
  bearer: whole("Bearer Id", "UBIGINT", (chunk, words, row) => {
    const session = chunk.first + row;
    words[2 * row] = Math.imul(session + 1, 0x9e3779b1);
    words[2 * row + 1] = (session % 2 === 0 ? 0xb6000000 : 0x65000000) + Math.floor(session / 65_536);
    return (chunk.anonymous[row] ?? 0) < 4;
  }),
  start: time("Start", (chunk, row) => startOf(chunk, row)),
  startMs: fraction("Start ms", (chunk, row) => startOf(chunk, row)),
  end: time("End", (chunk, row) => endOf(chunk, row)),
  endMs: fraction("End ms", (chunk, row) => endOf(chunk, row)),
  /** The published trap: the header says ms, the values are seconds. */
  duration: number("Dur. (ms)", (chunk) => chunk.doubles(DURATION_MS).map((ms) => Math.floor(ms / 1000))),
  imsi: whole("IMSI", "BIGINT", (chunk, words, row) => {
    putWhole(words, row, 999_700_000_000_000 + scattered(chunk.customer[row] ?? 0, 9_999_999_967));
    return ((chunk.anonymous[row] ?? 0) & 2) === 0;
  }),
  msisdn: whole("MSISDN/Number", "BIGINT", (chunk, words, row) => {
    putWhole(words, row, 999_000_000_000 + scattered(chunk.customer[row] ?? 0, 999_999_937));
    return ((chunk.anonymous[row] ?? 0) & 1) === 0;
  }),
  imei: whole("IMEI", "BIGINT", (chunk, words, row) => {
    const customer = chunk.customer[row] ?? 0;
    putWhole(words, row, 99_999_000_000_000 + handsetOf(chunk.seed, customer) * 10_000_000 + (customer % 10_000_000));
    return ((chunk.anonymous[row] ?? 0) & 2) === 0;
  }),
  location: text("Last Location Name", locations),
  durationMs: number(DURATION_MS, durations),
  maker: text("Handset Manufacturer", (chunk) => handsets(chunk).map((handset) => handset?.maker ?? null)),
  type: text("Handset Type", (chunk) => handsets(chunk).map((handset) => handset?.type ?? null)),
};

function whole(
  name: string,
  type: "BIGINT" | "UBIGINT",
  put: (chunk: TelecomChunk, words: Uint32Array, row: number) => boolean,
): TelecomColumn {
  return {
    name,
    type,
    make: (chunk, words, missing) => {
      for (let row = 0; row < chunk.count; row++) if (!put(chunk, words, row)) missing(row);
    },
  };
}

function time(name: string, at: (chunk: TelecomChunk, row: number) => number): TelecomColumn {
  return {
    name,
    type: "TIMESTAMP",
    make: (chunk, words) => {
      for (let row = 0; row < chunk.count; row++) putWhole(words, row, Math.floor(at(chunk, row) / 1000) * 1_000_000);
    },
  };
}

/** The milliseconds that a time in seconds leaves over. */
function fraction(name: string, at: (chunk: TelecomChunk, row: number) => number): TelecomColumn {
  return number(name, (chunk) => eachSession(chunk, (row) => at(chunk, row) % 1000));
}

function number(name: string, make: (chunk: TelecomChunk) => Float64Array): TelecomColumn {
  return { name, type: "DOUBLE", make, averaged: false };
}

function text(name: string, make: (chunk: TelecomChunk) => readonly (string | null)[]): TelecomColumn {
  return { name, type: "VARCHAR", make };
}

function durations(chunk: TelecomChunk): Float64Array {
  const draw = chunk.stream(saltOf("duration"));
  return eachSession(chunk, (row) => {
    const u = blend(uniformAt(chunk.seed, chunk.customer[row] ?? 0, saltOf("pace")), draw(), 0.6);
    return Math.floor(SECONDS(tilted(u, draw(), draw(), DURATION_TILT[chunk.level[row] ?? 0] ?? 0)) * 1000);
  });
}

/** A uniform number, sometimes replaced by the larger or smaller of itself and another. */
export function tilted(u: number, other: number, chance: number, tilt: number): number {
  if (chance >= Math.abs(tilt)) return u;
  return tilt > 0 ? Math.max(u, other) : Math.min(u, other);
}

/** Sessions end within a week, most of them in the evening. */
function ends(chunk: TelecomChunk): Float64Array {
  const draw = chunk.stream(saltOf("end"));
  return eachSession(chunk, () => {
    const day = Math.floor(draw() * DAYS);
    const hour = (draw() + draw()) / 2;
    return FIRST_END + day * DAY + Math.floor(((hour + 0.25) % 1) * DAY);
  });
}

function endOf(chunk: TelecomChunk, row: number): number {
  return chunk.hidden("end", () => ends(chunk))[row] ?? 0;
}

function startOf(chunk: TelecomChunk, row: number): number {
  return endOf(chunk, row) - (chunk.doubles(DURATION_MS)[row] ?? 0);
}

/** Maps 0, 1, 2 … to different numbers below a prime, in no visible order. */
function scattered(index: number, prime: number): number {
  return (index * 524_287 + 271_828_183) % prime;
}

function handsets(chunk: TelecomChunk): ({ maker: string; type: string } | null)[] {
  return Array.from(chunk.anonymous, (flags, row) =>
    (flags & 2) !== 0 ? null : handsetAt(handsetOf(chunk.seed, chunk.customer[row] ?? 0)),
  );
}

/** Seven of ten sessions end in the customer's home cell; some cells are far busier than others. */
function locations(chunk: TelecomChunk): (string | null)[] {
  const draw = chunk.stream(saltOf("location"));
  return Array.from(chunk.customer, (customer) => {
    if (draw() < NO_VALUE_LOCATION) return null;
    const u = draw() < 0.7 ? uniformAt(chunk.seed, customer, saltOf("home")) : draw();
    const cell = Math.floor(u * u * CELLS);
    return `Z${String(10_000 + Math.floor(cell / 3)).padStart(5, "0")}${"ABC"[cell % 3] ?? ""}`;
  });
}
