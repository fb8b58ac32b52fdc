import { nameWords } from "./name-words";
import { says, type NameGuess, type Rule } from "./name-guess";
import { QUALITY_RULES } from "./quality-rules";
import { THING_RULES } from "./thing-rules";
import { TIME_RULES } from "./time-rules";
import { AMOUNT_RULES } from "./volume-rules";
import { bareId, WHO_RULES } from "./who-rules";

const NOTHING: NameGuess = { role: "none", strength: 0.5, says: "the name says none of the known things" };

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

const RULES: readonly Rule[] = [
  excluded,
  ...QUALITY_RULES,
  ...TIME_RULES,
  ...WHO_RULES,
  ...THING_RULES,
  ...AMOUNT_RULES,
  bareId,
];

/** What a column's name suggests, the first rule that applies; `none` when nothing does. */
export function recognise(name: string): NameGuess {
  const parts = nameWords(name);
  for (const rule of RULES) {
    const guess = rule(name, parts);
    if (guess !== null) return guess;
  }
  return NOTHING;
}
