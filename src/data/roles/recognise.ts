import type { Role } from "../role";
import { appLabel } from "./app-label";
import { nameWords, type NameWords } from "./name-words";
import { bytesUnit, kbpsUnit } from "./unit";
import { VOCABULARY, type Topic } from "./vocabulary";

/** What a name alone suggests. */
export interface NameGuess {
  readonly role: Role;
  /** 0 … 1, by how plainly the name says it. */
  readonly strength: number;
  readonly says: string;
}

type Rule = (name: string, parts: NameWords) => NameGuess | null;

const NOTHING: NameGuess = { role: "none", strength: 0.5, says: "the name says none of the known things" };

const says = (parts: NameWords, topic: Topic): boolean => parts.words.some((word) => VOCABULARY[topic].has(word));

/** `x`, `x-dl` or `x-ul` by the directions in the name; both directions together are the plain role. */
function directed(base: "rtt" | "throughput" | "tcp", parts: NameWords): Role {
  if (parts.download === parts.upload) return base;
  return parts.download ? `${base}-dl` : `${base}-ul`;
}

const excluded: Rule = (_name, parts) => {
  if (parts.band)
    return { role: "none", strength: 0.9, says: "a share or a band of values, not an amount that adds up" };
  if (says(parts, "excluded"))
    return {
      role: "none",
      strength: 0.9,
      says: "active time, a protocol or a result: a part of what other columns hold",
    };
  return null;
};

const quality: Rule = (name, parts) => {
  if (says(parts, "retransmission"))
    return { role: directed("tcp", parts), strength: 0.93, says: "name says retransmission" };
  if (says(parts, "delay"))
    return {
      role: directed("rtt", parts),
      strength: parts.words.includes("rtt") ? 0.95 : 0.75,
      says: "name says delay",
    };
  if (says(parts, "throughput") || (kbpsUnit(name) !== null && parts.words.length > 1))
    return { role: directed("throughput", parts), strength: 0.92, says: "name says throughput" };
  return null;
};

const time: Rule = (_name, parts) => {
  if (says(parts, "duration")) {
    const extra = parts.repeated ? 0.12 : 0;
    return { role: "duration", strength: 0.94 - extra, says: "name says duration" };
  }
  for (const role of ["start", "end"] as const) {
    const first = parts.words.find((word) => VOCABULARY[role].has(word));
    if (first === undefined) continue;
    const others = parts.words.filter((word) => word !== first && !VOCABULARY.statistic.has(word));
    if (others.length === 1 && others[0] === "ms")
      return { role: `${role}-ms`, strength: 0.95, says: `name says milliseconds of the ${role}` };
    if (others.length === 0)
      return { role, strength: first === "first" || first === "last" ? 0.4 : 0.95, says: `name says ${role}` };
    if (others.every((word) => VOCABULARY.moment.has(word) || word === "ms"))
      return { role, strength: 0.88, says: `name says ${role} time` };
  }
  if (parts.words.length <= 2 && parts.words.some((word) => ["timestamp", "datetime", "ts"].includes(word)))
    return { role: "start", strength: 0.6, says: "name says a time, taken as the start" };
  return null;
};

const identity: Rule = (_name, parts) => {
  if (says(parts, "imei")) return { role: "none", strength: 0.9, says: "names the device, not the customer" };
  if (says(parts, "msisdn"))
    return { role: "customer", strength: 0.98, says: "name says MSISDN, the customer's number" };
  if (says(parts, "imsi"))
    return { role: "customer", strength: 0.8, says: "name says IMSI, the subscriber's identity" };
  if (says(parts, "sessions")) return null;
  const numbered = says(parts, "number");
  if (says(parts, "sessionId") && numbered)
    return { role: "session", strength: 0.9, says: "name says session identifier" };
  if (says(parts, "customer") && !says(parts, "count"))
    return { role: "customer", strength: numbered ? 0.92 : 0.85, says: "name says customer" };
  if (says(parts, "customer") && numbered)
    return { role: "customer", strength: 0.9, says: "name says customer number" };
  if (says(parts, "phone") && numbered) return { role: "customer", strength: 0.84, says: "name says telephone number" };
  return null;
};

const things: Rule = (_name, parts) => {
  if (says(parts, "maker")) return { role: "maker", strength: 0.92, says: "name says manufacturer" };
  if (says(parts, "handset") || (says(parts, "phone") && says(parts, "kind")))
    return { role: "handset", strength: says(parts, "kind") ? 0.93 : 0.85, says: "name says handset" };
  if (says(parts, "location"))
    return { role: "location", strength: parts.words.includes("location") ? 0.9 : 0.75, says: "name says location" };
  return null;
};

const sessions: Rule = (_name, parts) => {
  const plural = says(parts, "sessions");
  if (plural && !parts.download && !parts.upload)
    return { role: "sessions", strength: 0.92, says: "name says number of sessions" };
  if (says(parts, "sessionId") && parts.words.some((word) => ["count", "frequency", "freq", "anzahl"].includes(word)))
    return { role: "sessions", strength: 0.88, says: "name says session count" };
  return null;
};

const volume: Rule = (name, parts) => {
  const unit = bytesUnit(name);
  const amount = unit !== null || says(parts, "volume");
  if (!amount && !parts.download && !parts.upload) return null;
  const label = appLabel(name);
  const oneWay = parts.download !== parts.upload;
  const plain = unit === null ? 0.82 : 0.93;
  if (label === "") {
    if (oneWay)
      return {
        role: parts.download ? "download" : "upload",
        strength: totalFirst(parts, plain),
        says: `name says ${parts.download ? "download" : "upload"}`,
      };
    return { role: "traffic", strength: plain, says: "name says total traffic" };
  }
  const role: Role = oneWay ? `app-${parts.download ? "dl" : "ul"}:${label}` : `app:${label}`;
  return { role, strength: plain - 0.04, says: `name says an amount for “${label}”` };
};

/** A plain total beats another column of the same direction that is less plain. */
const totalFirst = (parts: NameWords, strength: number): number =>
  strength + (parts.words.includes("total") ? 0.03 : 0);

const bareId: Rule = (_name, parts) =>
  parts.words.length === 1 && ["id", "number", "numero"].includes(parts.words[0] ?? "")
    ? { role: "customer", strength: 0.5, says: "the only thing its name says is identifier" }
    : null;

const RULES: readonly Rule[] = [excluded, quality, time, identity, things, sessions, volume, bareId];

/** What a column's name suggests, the first rule that applies; `none` when nothing does. */
export function recognise(name: string): NameGuess {
  const parts = nameWords(name);
  for (const rule of RULES) {
    const guess = rule(name, parts);
    if (guess !== null) return guess;
  }
  return NOTHING;
}
