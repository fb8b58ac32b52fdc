import { nameWords } from "./name-words";

/** A unit read from a header; `factor` turns a value into the canonical unit (seconds, milliseconds, bytes or kbps). */
export interface NamedUnit {
  readonly symbol: string;
  readonly factor: number;
}

const set = (entries: Readonly<Record<string, readonly [string, number]>>): ReadonlyMap<string, NamedUnit> =>
  new Map(Object.entries(entries).map(([word, [symbol, factor]]) => [word, { symbol, factor }]));

const SECONDS = set({
  ms: ["ms", 0.001],
  msec: ["ms", 0.001],
  millis: ["ms", 0.001],
  milliseconds: ["ms", 0.001],
  millisecondes: ["ms", 0.001],
  milisegundos: ["ms", 0.001],
  millisekunden: ["ms", 0.001],
  us: ["µs", 1e-6],
  s: ["s", 1],
  sec: ["s", 1],
  secs: ["s", 1],
  seconds: ["s", 1],
  secondes: ["s", 1],
  segundos: ["s", 1],
  sekunden: ["s", 1],
  min: ["min", 60],
  mins: ["min", 60],
  minutes: ["min", 60],
  minutos: ["min", 60],
  minuten: ["min", 60],
  h: ["h", 3600],
  hours: ["h", 3600],
  heures: ["h", 3600],
  horas: ["h", 3600],
  stunden: ["h", 3600],
});

const BYTES = set({
  b: ["bytes", 1],
  byte: ["bytes", 1],
  bytes: ["bytes", 1],
  octet: ["bytes", 1],
  octets: ["bytes", 1],
  octetos: ["bytes", 1],
  kb: ["kB", 1e3],
  kbytes: ["kB", 1e3],
  kilobytes: ["kB", 1e3],
  mb: ["MB", 1e6],
  mbytes: ["MB", 1e6],
  megabytes: ["MB", 1e6],
  gb: ["GB", 1e9],
  gbytes: ["GB", 1e9],
  gigabytes: ["GB", 1e9],
  kib: ["KiB", 1024],
  mib: ["MiB", 1_048_576],
  gib: ["GiB", 1_073_741_824],
});

const KBPS = set({
  bps: ["bit/s", 0.001],
  kbps: ["kbps", 1],
  kbits: ["kbps", 1],
  kbit: ["kbps", 1],
  mbps: ["Mbps", 1e3],
  mbits: ["Mbps", 1e3],
  mbit: ["Mbps", 1e3],
  gbps: ["Gbps", 1e6],
});

/** "(Mo)" is a unit; the "Go" of a game's name is not. */
const FRENCH = /\(([kmg])o\)/iu;

const lastIn = (name: string, units: ReadonlyMap<string, NamedUnit>): NamedUnit | null =>
  nameWords(name.replace(FRENCH, "($1b)"))
    .words.map((word) => units.get(word))
    .findLast((unit) => unit !== undefined) ?? null;

/** The unit of time that a header names, to seconds; null if it names none. */
export const secondsUnit = (name: string): NamedUnit | null => lastIn(name, SECONDS);
/** The unit of volume that a header names, to bytes (kB, MB, GB decimal); null if it names none. */
export const bytesUnit = (name: string): NamedUnit | null => lastIn(name, BYTES);
/** The unit of rate that a header names, to kbps; null if it names none. */
export const kbpsUnit = (name: string): NamedUnit | null => lastIn(name, KBPS);

/** True for a word that is a unit and so no part of a label. */
export const isUnitWord = (word: string): boolean => SECONDS.has(word) || BYTES.has(word) || KBPS.has(word);
