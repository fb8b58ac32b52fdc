import { blend, randomStream, uniformAt, type RandomStream } from "./random";

/** Rows made at a time; results depend on it, so it is fixed. */
export const CHUNK_ROWS = 25_000;

/** Sessions over which a customer's sessions are spread: as many as the published file has. */
const BLOCK_ROWS = 150_000;

/** How many sessions a customer of each engagement level (low, medium, high) has: [sessions, share]. */
const SESSIONS: readonly (readonly (readonly [number, number])[])[] = [
  [
    [1, 0.975],
    [2, 0.025],
  ],
  [
    [1, 0.1],
    [2, 0.75],
    [3, 0.15],
  ],
  [
    [3, 0.15],
    [4, 0.5],
    [5, 0.25],
    [6, 0.056],
    [7, 0.02],
    [8, 0.009],
    [9, 0.005],
    [10, 0.004],
    [12, 0.003],
    [15, 0.002],
    [18, 0.001],
  ],
];
const LOW_SHARE = 0.72;
const MEDIUM_SHARE = 0.965;

/** What is hidden behind 25,000 sessions and what their columns are made from. Uniforms are in [0, 1). */
export interface Sessions {
  readonly seed: number;
  /** Number of the chunk, and of its first session in the file. */
  readonly chunk: number;
  readonly first: number;
  readonly count: number;
  /** Which customer, counted over the whole file. */
  readonly customer: Uint32Array;
  /** The customer's engagement level: 0 low, 1 medium, 2 high. */
  readonly level: Uint8Array;
  /** How good the network was for this customer and session: 1 is best. */
  readonly quality: Float64Array;
  /** Throughput's place among all sessions. */
  readonly speed: Float64Array;
  /** How much of the session was more than idling; where it was little, many counters stay empty. */
  readonly activity: Float64Array;
  /** Which identifiers are missing: 1 MSISDN, 2 IMSI with IMEI and handset, 4 bearer. */
  readonly anonymous: Uint8Array;
  /** A stream of its own for each column. */
  stream(salt: number): RandomStream;
}

const SALTS = { level: 1, sessions: 2, shuffle: 3, quality: 4, noise: 5, anonymous: 6 } as const;
const ANONYMOUS = { all: 569 / 150_000, customer: 1065 / 150_000, bearer: (1065 + 429) / 150_000 } as const;

/** The hidden sessions of a file, chunk by chunk. Holds one block of sessions at a time, whatever the file's size. */
export function* telecomSessions(sessions: number, seed: number): Generator<Sessions, void, undefined> {
  let customers = 0;
  for (let start = 0, block = 0; start < sessions; start += BLOCK_ROWS, block++) {
    const layout = layOut(Math.min(BLOCK_ROWS, sessions - start), seed, block);
    for (let at = 0; at < layout.owner.length; at += CHUNK_ROWS) {
      const owner = layout.owner.subarray(at, at + CHUNK_ROWS);
      yield describe(owner, layout.levels, customers, start + at, seed);
    }
    customers += layout.levels.length;
  }
}

interface Layout {
  /** Customer of each session, counted within the block. */
  readonly owner: Uint32Array;
  readonly levels: Uint8Array;
}

function layOut(rows: number, seed: number, block: number): Layout {
  const owner = new Uint32Array(rows);
  const levels = new Uint8Array(rows);
  const drawLevel = randomStream(seed, block, SALTS.level);
  const drawSessions = randomStream(seed, block, SALTS.sessions);
  let customers = 0;
  for (let row = 0; row < rows; customers++) {
    const u = drawLevel();
    const level = u < LOW_SHARE ? 0 : u < MEDIUM_SHARE ? 1 : 2;
    const until = Math.min(rows, row + sessionsOf(level, drawSessions()));
    levels[customers] = level;
    owner.fill(customers, row, until);
    row = until;
  }
  shuffle(owner, randomStream(seed, block, SALTS.shuffle));
  return { owner, levels: levels.slice(0, customers) };
}

function sessionsOf(level: number, u: number): number {
  let below = 0;
  for (const [sessions, share] of SESSIONS[level] ?? []) {
    below += share;
    if (u < below) return sessions;
  }
  return 1;
}

/** Fisher and Yates, from the end. */
function shuffle(values: Uint32Array, draw: RandomStream): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(draw() * (i + 1));
    const kept = values[i] ?? 0;
    values[i] = values[j] ?? 0;
    values[j] = kept;
  }
}

function describe(owner: Uint32Array, levels: Uint8Array, customers: number, first: number, seed: number): Sessions {
  const count = owner.length;
  const chunk = Math.floor(first / CHUNK_ROWS);
  const stream = (salt: number): RandomStream => randomStream(seed, chunk, salt);
  const noise = stream(SALTS.noise);
  const customer = owner.map((own) => customers + own);
  const quality = new Float64Array(count);
  const speed = new Float64Array(count);
  const activity = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const good = blend(uniformAt(seed, customer[i] ?? 0, SALTS.quality), noise(), 0.75);
    const busy = noise();
    quality[i] = good;
    // The share of speed that is not the network's goodness is how busy the session was: slow sessions are often idle.
    speed[i] = blend(good, busy, 0.6);
    activity[i] = blend(busy, noise(), 0.8);
  }
  return {
    seed,
    chunk,
    first,
    count,
    customer,
    quality,
    speed,
    activity,
    stream,
    level: Uint8Array.from(owner, (own) => levels[own] ?? 0),
    anonymous: anonymity(count, stream(SALTS.anonymous)),
  };
}

function anonymity(count: number, draw: RandomStream): Uint8Array {
  const flags = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const u = draw();
    if (u < ANONYMOUS.all) flags[i] = 7;
    else if (u < ANONYMOUS.customer) flags[i] = 1;
    else if (u < ANONYMOUS.bearer) flags[i] = 4;
  }
  return flags;
}
