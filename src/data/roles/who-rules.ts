import { says, saysOnly, type NameGuess, type Rule } from "./name-guess";

const network: Rule = (_name, parts) => {
  if (says(parts, "imei")) return { role: "none", strength: 0.9, says: "names the device, not the customer" };
  if (says(parts, "msisdn"))
    return { role: "customer", strength: 0.98, says: "name says MSISDN, the customer's number" };
  if (says(parts, "imsi"))
    return { role: "customer", strength: 0.8, says: "name says IMSI, the subscriber's identity" };
  return null;
};

const identity: Rule = (_name, parts) => {
  if (says(parts, "sessions")) return null;
  const numbered = says(parts, "number");
  if (says(parts, "sessionId") && numbered)
    return { role: "session", strength: 0.9, says: "name says session identifier" };
  if (says(parts, "customer")) {
    if (!says(parts, "identifier") && !saysOnly(parts, "customer", "number", "phone", "called"))
      return numbered ? { ...SOMETHING_OF, strength: 0.5 } : SOMETHING_OF;
    if (says(parts, "count") && !numbered) return null;
    return {
      role: "customer",
      strength: numbered ? 0.92 : 0.85,
      says: numbered ? "name says customer number" : "name says customer",
    };
  }
  if (says(parts, "phone") && numbered) return { role: "customer", strength: 0.84, says: "name says telephone number" };
  return null;
};

/** A customer's satisfaction or an account's balance is no customer. */
const SOMETHING_OF: NameGuess = { role: "customer", strength: 0.3, says: "name says something of the customer" };

/** Where nothing else is said. */
export const bareId: Rule = (_name, parts) =>
  parts.words.length === 1 && ["id", "number", "numero"].includes(parts.words[0] ?? "")
    ? { role: "customer", strength: 0.5, says: "the only thing its name says is identifier" }
    : null;

/** Whose a row is, or which session. */
export const WHO_RULES: readonly Rule[] = [network, identity];
