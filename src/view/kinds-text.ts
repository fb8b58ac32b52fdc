import {
  isKindName,
  isThreshold,
  KIND_OPERATORS,
  MOST_CONDITIONS,
  MOST_KINDS,
  type KindCondition,
  type KindRule,
} from "./kind-rules";

/** Characters of a text of rules at most. */
export const LONGEST_KINDS = 4000;

/**
 * Rules as a link carries them, in their order: `Loyal:visits>=5&purchases>p90;One look:events=1`. A kind's name ends with “:”,
 * conditions are parted by “&”, kinds by “;”; `p90` is the 90th percentile; “\” takes a sign's meaning away in a name.
 */
export function kindsText(rules: readonly KindRule[]): string {
  return rules.map(({ name, conditions }) => `${escaped(name)}:${conditions.map(conditionText).join("&")}`).join(";");
}

const escaped = (name: string): string => name.replaceAll(/[\\:;]/gu, String.raw`\$&`);

function conditionText({ feature, operator, threshold: { by, value } }: KindCondition): string {
  return `${feature}${operator}${by === "percentile" ? "p" : ""}${value}`;
}

/** The rules that a text means; null where it means none, or more than the bounds allow. */
export function readKinds(text: string): readonly KindRule[] | null {
  if (text.length > LONGEST_KINDS) return null;
  const parts = parted(text);
  if (parts === null || parts.length > MOST_KINDS) return null;
  const rules = parts.map(readRule);
  const read = rules.filter((rule) => rule !== null);
  const names = new Set(read.map(({ name }) => name));
  return read.length === rules.length && names.size === read.length ? read : null;
}

interface Part {
  readonly name: string;
  readonly conditions: string;
}

/** Names without their escapes, and what stands behind them; null where a name does not end or the text ends in an escape. */
function parted(text: string): readonly Part[] | null {
  const parts: Part[] = [];
  let name = "";
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === "\\") {
      if (++at >= text.length) return null;
      name += text.charAt(at);
    } else if (sign === ";") return null;
    else if (sign === ":") {
      const end = text.indexOf(";", at);
      const stop = end < 0 ? text.length : end;
      parts.push({ name, conditions: text.slice(at + 1, stop) });
      if (end >= 0 && end === text.length - 1) return null;
      [name, at] = ["", stop];
    } else name += sign;
  }
  return name === "" && parts.length > 0 ? parts : null;
}

function readRule({ name, conditions }: Part): KindRule | null {
  const trimmed = name.trim();
  const read = conditions.split("&").map(readCondition);
  const known = read.filter((condition) => condition !== null);
  const fits = known.length === read.length && known.length <= MOST_CONDITIONS && isKindName(trimmed);
  return fits ? { name: trimmed, conditions: known } : null;
}

const CONDITION =
  /^\s*(?<feature>[a-z][a-z_]{0,29})\s*(?<operator>>=|<=|!=|>|<|=)\s*(?<percentile>p?)(?<number>-?\d{1,21}(?:\.\d{1,24})?(?:e[+-]?\d{1,3})?)\s*$/u;

function readCondition(text: string): KindCondition | null {
  const { feature, operator, percentile, number } = CONDITION.exec(text)?.groups ?? {};
  const known = KIND_OPERATORS.find((one) => one === operator);
  if (feature === undefined || known === undefined) return null;
  const threshold = { by: percentile === "p" ? "percentile" : "number", value: Number(number) + 0 } as const;
  return isThreshold(threshold) ? { feature, operator: known, threshold } : null;
}
