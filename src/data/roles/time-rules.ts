import { says, saysOnly, type Rule } from "./name-guess";
import { VOCABULARY } from "./vocabulary";

/** The duration of anything else (a page's, a movie's) is no duration of a session. */
const duration: Rule = (_name, parts) => {
  const long = says(parts, "duration") || (says(parts, "length") && says(parts, "moment"));
  if (!long || !saysOnly(parts, "duration", "length", "moment", "lasting", "network")) return null;
  return { role: "duration", strength: parts.repeated ? 0.82 : 0.94, says: "name says duration" };
};

const bounds: Rule = (_name, parts) => {
  for (const role of ["start", "end"] as const) {
    const first = parts.words.find((word) => VOCABULARY[role].has(word));
    if (first === undefined) continue;
    const others = parts.words.filter((word) => word !== first && !VOCABULARY.statistic.has(word));
    if (others.length === 1 && others[0] === "ms")
      return { role: `${role}-ms`, strength: 0.95, says: `name says milliseconds of the ${role}` };
    if (others.length === 0)
      return { role, strength: first === "first" || first === "last" ? 0.3 : 0.95, says: `name says ${role}` };
    if (others.every((word) => VOCABULARY.moment.has(word) || word === "ms"))
      return { role, strength: 0.88, says: `name says ${role} time` };
  }
  return null;
};

const moment: Rule = (_name, parts) =>
  parts.words.length <= 2 && parts.words.some((word) => ["timestamp", "datetime", "ts"].includes(word))
    ? { role: "start", strength: 0.6, says: "name says a time, taken as the start" }
    : null;

const event: Rule = (_name, parts) =>
  says(parts, "event") && says(parts, "moment") && saysOnly(parts, "event", "moment")
    ? { role: "start", strength: 0.6, says: "name says when something happened, taken as the start" }
    : null;

/** When something was, and how long. */
export const TIME_RULES: readonly Rule[] = [duration, bounds, moment, event];
