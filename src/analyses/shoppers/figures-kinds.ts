import { bars } from "../../charts/bars";
import { categorical } from "../../charts/colours";
import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import type { ShoppersResult } from "./result";
import { KINDS_SECTION } from "./sections";
import { FIRST_WINS, groupNames, ofAll, ruleWords, several, TINY } from "./words";

/** How many there are of each kind, and of none. */
export function sizesFigure(result: ShoppersResult): Figure {
  const { kinds, none, total } = result;
  const names = groupNames(result);
  const sizes = [...kinds.map(({ n }) => n), none];
  const share = (n: number): string => format(n / total, "share");
  const largest = sizes.indexOf(Math.max(...sizes));
  const tiny = names.filter((_, at) => isTiny(sizes[at] ?? 0));
  return {
    id: "shoppers-sizes",
    section: KINDS_SECTION,
    title: `${share(sizes[largest] ?? 0)} ${largest === kinds.length ? "are of no kind" : `are of the kind “${names[largest] ?? ""}”`}`,
    subtitle: `${several(total, result)}; ${several(none, result)} of no kind`,
    chart: bars({
      labels: names,
      values: sizes,
      format: "count",
      axis: `Number of ${result.one}s`,
      colours: names.map((_, at) => (at === kinds.length ? "var(--muted)" : categorical(at))),
      notes: sizes.map((n) => `${share(n)}${isTiny(n) ? ", few" : ""}`),
      description: names.map((name, at) => `${name}: ${several(sizes[at] ?? 0, result)}`).join("; "),
    }),
    table: {
      columns: [
        { label: "Kind", format: "text" },
        { label: `Number of ${result.one}s`, format: "count" },
        { label: "Share", format: "share" },
        { label: "The rule fits", format: "count" },
        { label: "Taken by a rule before", format: "count" },
      ],
      values: [
        names,
        Float64Array.from(sizes),
        Float64Array.from(sizes, (n) => n / total),
        Float64Array.from([...kinds.map(({ fits }) => fits), none]),
        Float64Array.from([...kinds.map(({ fits, n }) => fits - n), 0]),
      ],
    },
    explain: {
      text: `Shares ${ofAll(result)} in the log. ${FIRST_WINS} Who fits no rule is counted as of no kind.`,
      sql: result.behaviour.sql,
    },
    ...(tiny.length === 0 ? {} : { caution: `Fewer than ${TINY}, so of little weight: ${tiny.join(", ")}.` }),
    span: 6,
  };
}

const isTiny = (n: number): boolean => n > 0 && n < TINY;

/** Every rule in words, with what its thresholds came to. */
export function rulesFigure(result: ShoppersResult): Figure {
  const { kinds, behaviour } = result;
  const off = kinds.filter(({ undecided }) => undecided.length > 0);
  const all = [...behaviour.features, ...behaviour.lacking.map(({ feature }) => feature)];
  return {
    id: "shoppers-rules",
    section: KINDS_SECTION,
    title:
      off.length === 0
        ? `What makes each of the ${kinds.length} kinds`
        : `${off.length} of ${kinds.length} kinds cannot be told in this log`,
    subtitle: "In the order in which they are tried",
    table: {
      columns: [
        { label: "Kind", format: "text" },
        { label: "Rule", format: "text", wraps: true },
        ...(off.length === 0 ? [] : [{ label: "Cannot be told, because", format: "text" as const, wraps: true }]),
      ],
      values: [
        kinds.map(({ rule }) => rule.name),
        kinds.map((kind) => ruleWords(kind, all)),
        ...(off.length === 0 ? [] : [kinds.map(({ undecided }) => undecided.join("; "))]),
      ],
    },
    explain: {
      text: `${FIRST_WINS} A percentile is that of all ${several(result.total, result)} whose value is known, by linear interpolation; a value that is not known meets no condition. Rules are conventions, made to be changed: they describe behaviour in this log, not people.`,
    },
    span: 6,
  };
}
