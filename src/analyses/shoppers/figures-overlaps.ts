import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { heatmap } from "../../charts/heatmap";
import type { ShoppersResult } from "./result";
import { KINDS_SECTION } from "./sections";
import { several } from "./words";

/** Two kinds whose rules fit the same customers. */
export interface Overlap {
  readonly one: string;
  readonly other: string;
  readonly both: number;
  /** Of those whom the first, or the second, fits. */
  readonly ofOne: number;
  readonly ofOther: number;
}

/** Every pair of kinds that some customer fits both of, largest first. Pure. */
export function overlapsOf({ kinds, overlaps }: Pick<ShoppersResult, "kinds" | "overlaps">): readonly Overlap[] {
  return kinds
    .flatMap(({ rule, fits }, a) =>
      kinds.slice(a + 1).map((other, after): Overlap => {
        const both = overlaps[a * kinds.length + a + 1 + after] ?? 0;
        return { one: rule.name, other: other.rule.name, both, ofOne: both / fits, ofOther: both / other.fits };
      }),
    )
    .filter(({ both }) => both > 0)
    .toSorted((a, b) => b.both - a.both);
}

/** Which rules fit the same customers. */
export function overlapsFigure(result: ShoppersResult): Figure {
  const { kinds, overlaps } = result;
  const pairs = overlapsOf(result);
  const names = kinds.map(({ rule }) => rule.name);
  const both = (a: number, b: number): number => overlaps[a * kinds.length + b] ?? 0;
  const shares = kinds.map(({ fits }, a) => kinds.map((_, b) => (a === b || fits === 0 ? NaN : both(a, b) / fits)));
  const [first] = pairs;
  return {
    id: "shoppers-overlaps",
    section: KINDS_SECTION,
    title:
      first === undefined
        ? "No two rules fit the same"
        : `Overlaps: ${several(first.both, result)} fit “${first.one}” and “${first.other}”`,
    subtitle: `${several(result.several, result)} fit more than one rule; share of those whom the row’s rule fits`,
    chart: heatmap({
      rows: names,
      columns: names,
      values: shares,
      scale: "intensity",
      print: (value) => format(value, "share"),
      hover: (a, b) =>
        a === b
          ? `${names[a] ?? ""} fits ${several(kinds[a]?.fits ?? 0, result)}`
          : `Of ${several(kinds[a]?.fits ?? 0, result)} who fit “${names[a] ?? ""}”, ${several(both(a, b), result)} also fit “${names[b] ?? ""}”`,
      description: `Overlaps of ${kinds.length} rules: ${pairs.map(({ one, other, both: n }) => `${one} and ${other} ${n}`).join(", ") || "none"}.`,
    }),
    table: {
      columns: [
        { label: "Kind", format: "text" },
        { label: "And", format: "text" },
        { label: "Both fit", format: "count" },
        { label: "Of the first", format: "share" },
        { label: "Of the second", format: "share" },
      ],
      values: [
        pairs.map(({ one }) => one),
        pairs.map(({ other }) => other),
        Float64Array.from(pairs, (pair) => pair.both),
        Float64Array.from(pairs, ({ ofOne }) => ofOne),
        Float64Array.from(pairs, ({ ofOther }) => ofOther),
      ],
    },
    explain: {
      text: "Rules are tried on everybody, whatever comes before them; the kind is that of the first that fits.",
    },
    span: 12,
  };
}
