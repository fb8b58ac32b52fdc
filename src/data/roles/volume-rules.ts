import type { Role } from "../role";
import { appLabel } from "./app-label";
import { says, type Rule } from "./name-guess";
import type { NameWords } from "./name-words";
import { bytesUnit, secondsUnit } from "./unit";

const sessions: Rule = (_name, parts) => {
  const plural = says(parts, "sessions");
  if (plural && !parts.download && !parts.upload)
    return { role: "sessions", strength: 0.92, says: "name says number of sessions" };
  if (says(parts, "sessionId") && parts.words.some((word) => ["count", "frequency", "freq", "anzahl"].includes(word)))
    return { role: "sessions", strength: 0.88, says: "name says session count" };
  return null;
};

/** Messages sent, likes received, minutes of usage and a type of traffic are no bytes. */
function isVolume(name: string, parts: NameWords): boolean {
  if (bytesUnit(name) !== null) return true;
  if (secondsUnit(name) !== null || says(parts, "kind")) return false;
  return says(parts, "data") || parts.transfer || (says(parts, "volume") && (parts.download || parts.upload));
}

const volume: Rule = (name, parts) => {
  if (!isVolume(name, parts)) return null;
  const label = appLabel(name);
  const oneWay = parts.download !== parts.upload;
  const plain = bytesUnit(name) === null ? 0.82 : 0.93;
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

/** How many sessions, and how many bytes. */
export const AMOUNT_RULES: readonly Rule[] = [sessions, volume];
