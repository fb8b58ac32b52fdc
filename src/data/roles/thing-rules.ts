import { says, saysOnly, type Rule } from "./name-guess";

const maker: Rule = (_name, parts) => {
  if (says(parts, "maker")) return { role: "maker", strength: 0.92, says: "name says manufacturer" };
  return says(parts, "brand") && saysOnly(parts, "brand", "maker", "handset", "model", "phone", "kind")
    ? {
        role: "maker",
        strength: 0.92,
        says: "name says brand",
        shared: !says(parts, "handset") && !says(parts, "phone"),
      }
    : null;
};

const handset: Rule = (_name, parts) => {
  const phone = says(parts, "handset") || (says(parts, "phone") && says(parts, "kind"));
  if (!phone && !says(parts, "model")) return null;
  if (!saysOnly(parts, "handset", "model", "phone", "kind")) return null;
  return {
    role: "handset",
    strength: says(parts, "kind") ? 0.93 : 0.85,
    says: phone ? "name says handset" : "name says device or model",
    shared: !phone,
  };
};

const location: Rule = (_name, parts) =>
  says(parts, "location") && saysOnly(parts, "location", "start", "end", "kind", "number", "called", "customer")
    ? { role: "location", strength: parts.words.includes("location") ? 0.9 : 0.75, says: "name says location" }
    : null;

/** What was used, and where. */
export const THING_RULES: readonly Rule[] = [maker, handset, location];
