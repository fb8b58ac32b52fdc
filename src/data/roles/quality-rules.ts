import type { Role } from "../role";
import { says, saysOnly, type Rule } from "./name-guess";
import type { NameWords } from "./name-words";
import { kbpsUnit } from "./unit";

/** `x`, `x-dl` or `x-ul` by the directions in the name; both directions together are the plain role. */
function directed(base: "rtt" | "throughput" | "tcp", parts: NameWords): Role {
  if (parts.download === parts.upload) return base;
  return parts.download ? `${base}-dl` : `${base}-ul`;
}

const retransmission: Rule = (_name, parts) =>
  says(parts, "retransmission")
    ? { role: directed("tcp", parts), strength: 0.93, says: "name says retransmission" }
    : null;

/** A delay is a round-trip time only where nothing else is said to be late. */
const delay: Rule = (_name, parts) =>
  says(parts, "delay") || (says(parts, "waiting") && saysOnly(parts, "waiting", "network"))
    ? {
        role: directed("rtt", parts),
        strength: parts.words.includes("rtt") ? 0.95 : 0.75,
        says: "name says delay",
      }
    : null;

/** A speed is a throughput where the name has its unit, a direction or the network; a bank's debit is none. */
const throughput: Rule = (name, parts) => {
  const fast = says(parts, "speed") && (parts.download || parts.upload || says(parts, "network"));
  const unit = kbpsUnit(name) !== null && parts.words.length > 1;
  return says(parts, "throughput") || fast || unit
    ? { role: directed("throughput", parts), strength: 0.92, says: "name says throughput" }
    : null;
};

/** How good a connection was. */
export const QUALITY_RULES: readonly Rule[] = [retransmission, delay, throughput];
