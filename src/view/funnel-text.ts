import { OPERATORS, type Condition, type Exclusion, type Funnel, type FunnelStep, type StepTest } from "./funnel-step";

/** Steps and exclusions together: as many as one walk can tell apart. */
export const MOST_PARTS = 30;

/**
 * A funnel as a link carries it: steps parted by “>”, the events of a set by “|”, an optional step with “?” after it,
 * a condition in brackets, alone or right after the event that it narrows, an exclusion after “!” where it counts (before
 * the first step: anywhere): `!error_page>catalog>add_to_cart[price>=10]|wishlist_add>promo?>[price>=10]>purchase`.
 * “\” takes a sign's meaning away.
 */
export function funnelText({ steps, exclusions }: Funnel): string {
  const at = (place: number): readonly string[] =>
    exclusions.filter(({ after }) => after === place).map(({ tests }) => `!${testsText(tests)}`);
  return [
    ...at(-1),
    ...steps.flatMap(({ tests, optional }, place) => [`${testsText(tests)}${optional ? "?" : ""}`, ...at(place)]),
  ].join(">");
}

const testsText = (tests: readonly StepTest[]): string => tests.map(testText).join("|");

/** One test as a funnel's text holds it. */
export function testText(test: StepTest): string {
  if (test.is === "event") return escaped(test.event);
  const event = test.is === "both" ? escaped(test.event) : "";
  return `${event}[${escaped(test.column)}${test.operator}${escaped(test.value)}]`;
}

const escaped = (text: string): string => text.replaceAll(/[\\>|?![\]=<~]/gu, String.raw`\$&`);

/** A sign that means something, or a stretch of plain text. */
type Token = { readonly sign: string } | { readonly text: string };

/** The funnel that a text means; null where it means none. */
export function readFunnel(text: string): Funnel | null {
  const tokens = tokensOf(text);
  if (tokens === null) return null;
  const steps: FunnelStep[] = [];
  const exclusions: Exclusion[] = [];
  for (const part of splitAt(tokens, ">")) {
    const excluded = isSign(part[0], "!");
    const optional = isSign(part.at(-1), "?");
    const tests = testsOf(part.slice(excluded ? 1 : 0, optional ? -1 : undefined));
    if (tests === null || (excluded && optional)) return null;
    if (excluded) exclusions.push({ after: steps.length - 1, tests });
    else steps.push({ tests, optional });
  }
  const required = steps.some(({ optional }) => !optional);
  return required && steps.length + exclusions.length <= MOST_PARTS ? { steps, exclusions } : null;
}

function tokensOf(text: string): readonly Token[] | null {
  const tokens: Token[] = [];
  let plain = "";
  let inside = false;
  const end = (): void => {
    if (plain !== "") tokens.push({ text: plain });
    plain = "";
  };
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i);
    if (sign === "\\") {
      if (++i >= text.length) return null;
      plain += text.charAt(i);
    } else if (inside ? "=<>~!]".includes(sign) : "|?![>".includes(sign)) {
      end();
      tokens.push({ sign });
      inside = sign === "[" || (inside && sign !== "]");
    } else plain += sign;
  }
  end();
  return inside ? null : tokens;
}

const isSign = (token: Token | undefined, sign: string): boolean =>
  token !== undefined && "sign" in token && token.sign === sign;

/** Parts between signs that stand outside brackets. */
function splitAt(tokens: readonly Token[], sign: string): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let inside = false;
  for (const token of tokens) {
    inside = isSign(token, "[") || (inside && !isSign(token, "]"));
    if (!inside && isSign(token, sign)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

function testsOf(tokens: readonly Token[]): readonly StepTest[] | null {
  const tests: StepTest[] = [];
  for (const part of splitAt(tokens, "|")) {
    const test = testOf(part);
    if (test === null) return null;
    tests.push(test);
  }
  return tests;
}

function testOf(part: readonly Token[]): StepTest | null {
  const [first] = part;
  if (first === undefined) return null;
  const event = "text" in first ? first.text : null;
  if (event !== null && part.length === 1) return { is: "event", event };
  const brackets = event === null ? part : part.slice(1);
  if (!isSign(brackets[0], "[") || !isSign(brackets.at(-1), "]")) return null;
  const condition = conditionOf(brackets.slice(1, -1));
  if (condition === null) return null;
  return event === null ? { is: "condition", ...condition } : { is: "both", event, ...condition };
}

function conditionOf(tokens: readonly Token[]): Condition | null {
  const [column, ...rest] = tokens;
  if (column === undefined || !("text" in column)) return null;
  const signs = rest.filter((token) => "sign" in token);
  const [value, ...more] = rest.slice(signs.length);
  const operator = OPERATORS.find((one) => one === signs.map(({ sign }) => sign).join(""));
  if (operator === undefined || more.length > 0 || (value !== undefined && !("text" in value))) return null;
  return { column: column.text, operator, value: value?.text ?? "" };
}
