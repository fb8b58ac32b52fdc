import { MOST_CONDITIONS, MOST_KINDS, type KindCondition, type KindRule } from "../../view/kind-rules";

type Rules = readonly KindRule[];

/** The rules with one of them changed. */
export const changed = (rules: Rules, at: number, change: Partial<KindRule>): Rules =>
  rules.map((rule, place) => (place === at ? { ...rule, ...change } : rule));

/** The rules with one a place earlier or later; as they are where it would leave the list. */
export function moved(rules: Rules, at: number, by: -1 | 1): Rules {
  const [one, other] = [rules[at], rules[at + by]];
  return one === undefined || other === undefined ? rules : rules.with(at, other).with(at + by, one);
}

/** The rules with one more, of a name that none has; as they are where there are as many as may be. */
export function withKind(rules: Rules, first: KindCondition): Rules {
  if (rules.length >= MOST_KINDS) return rules;
  const names = new Set(rules.map(({ name }) => name));
  const number = Array.from({ length: MOST_KINDS + 1 }, (_, at) => at + 1).find((one) => !names.has(`Kind ${one}`));
  return [...rules, { name: `Kind ${number ?? ""}`, conditions: [first] }];
}

/** A rule's conditions with one more; as they are where there are as many as may be. */
export const withCondition = ({ conditions }: KindRule, one: KindCondition): readonly KindCondition[] =>
  conditions.length >= MOST_CONDITIONS ? conditions : [...conditions, one];

/** A condition to begin with. */
export const firstCondition = (feature: string): KindCondition => ({
  ...{ feature, operator: ">=" },
  threshold: { by: "number", value: 1 },
});

/** A share as a person types it, in percent; other numbers as they are. To 12 digits, so that 0.07 is 7. */
export const shownNumber = (value: number, share: boolean): number =>
  share ? Number((100 * value).toPrecision(12)) : value;

/** The number that was typed, as a rule holds it. */
export const typedNumber = (value: number, share: boolean): number =>
  share ? Number((value / 100).toPrecision(12)) : value;
