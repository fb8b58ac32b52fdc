import { WILSON } from "../../behaviour/words";
import type { Figure } from "../../charts/figure";
import { forest } from "../../charts/forest";
import { format } from "../../charts/format";
import type { ShoppersResult, Worth } from "./result";
import { WORTH_SECTION } from "./sections";
import { several } from "./words";

/** Which kinds buy; null where the log does not tell buying from looking. */
export function conversionFigure(result: ShoppersResult): Figure | null {
  const groups = filled(result).flatMap((group) =>
    group.conversion === null ? [] : [{ ...group, ...group.conversion }],
  );
  if (groups.length === 0) return null;
  const open = groups.filter(({ byRule }) => !byRule).toSorted((a, b) => b.share - a.share);
  const [best] = open;
  return {
    id: "shoppers-conversion",
    section: WORTH_SECTION,
    title:
      best === undefined
        ? "Who buys follows from the rules"
        : `“${best.name}” ${result.one}s bought in ${format(best.share, "share")} of cases, where the rule does not ask`,
    subtitle: `Share with a purchase in each kind, with 95 % intervals; ${several(result.total, result)}${open.length === groups.length ? "" : "; * the rule itself asks for it"}`,
    chart: forest({
      labels: groups.map(({ name, byRule }) => (byRule ? `${name} *` : name)),
      values: groups.map(({ share }) => share),
      low: groups.map(({ low }) => low),
      high: groups.map(({ high }) => high),
      format: "share",
      axis: "With a purchase",
      description: groups.map(({ name, share }) => `${name}: ${format(share, "share")} bought`).join("; "),
    }),
    table: {
      columns: [
        { label: "Kind", format: "text" },
        { label: "Bought", format: "count" },
        { label: `Number of ${result.one}s`, format: "count" },
        { label: "Share", format: "share" },
        { label: "At least (95 %)", format: "share" },
        { label: "At most (95 %)", format: "share" },
        { label: "The rule itself asks", format: "text" },
      ],
      values: [
        groups.map(({ name }) => name),
        Float64Array.from(groups, ({ conversion }) => conversion?.n ?? NaN),
        Float64Array.from(groups, ({ of }) => of),
        Float64Array.from(groups, ({ share }) => share),
        Float64Array.from(groups, ({ low }) => low),
        Float64Array.from(groups, ({ high }) => high),
        groups.map(({ byRule }) => (byRule ? "yes" : "no")),
      ],
    },
    explain: {
      text: `${WILSON} Where a rule asks for purchases the share follows from the rule and says nothing more.`,
      sql: result.behaviour.sql,
    },
    span: 6,
  };
}

/** What each kind spends; null where the log has no money. */
export function moneyFigure(result: ShoppersResult): Figure | null {
  const groups = filled(result).flatMap((group) => (group.money === null ? [] : [{ ...group, ...group.money }]));
  const all = groups.reduce((sum, group) => sum + group.sum, 0);
  if (groups.length === 0 || all === 0) return null;
  const [most] = groups.toSorted((a, b) => b.sum - a.sum);
  return {
    id: "shoppers-money",
    section: WORTH_SECTION,
    title: `“${most?.name ?? ""}” brings ${format((most?.sum ?? NaN) / all, "share")} of the money with ${format((most?.n ?? NaN) / result.total, "share")} of the ${result.one}s`,
    subtitle: `Mean money of a ${result.one} in each kind, with 95 % intervals; ${format(all, "number")} in all`,
    chart: forest({
      labels: groups.map(({ name }) => name),
      values: groups.map(({ mean }) => mean),
      low: groups.map(({ low }) => low),
      high: groups.map(({ high }) => high),
      format: "number",
      axis: `Mean money of a ${result.one}`,
      description: groups.map(({ name, mean }) => `${name}: ${format(mean, "number")} on average`).join("; "),
    }),
    table: {
      columns: [
        { label: "Kind", format: "text" },
        { label: `Number of ${result.one}s`, format: "count" },
        { label: "Money", format: "number" },
        { label: "Of all money", format: "share" },
        { label: "Mean", format: "number" },
        { label: "At least (95 %)", format: "number" },
        { label: "At most (95 %)", format: "number" },
      ],
      values: [
        groups.map(({ name }) => name),
        Float64Array.from(groups, ({ n }) => n),
        Float64Array.from(groups, ({ sum }) => sum),
        Float64Array.from(groups, ({ sum }) => sum / all),
        Float64Array.from(groups, ({ mean }) => mean),
        Float64Array.from(groups, ({ low }) => low),
        Float64Array.from(groups, ({ high }) => high),
      ],
    },
    explain: {
      text: "Intervals: 95 %, percentiles of the means of 1,000 resamples, seed 1 (Efron 1979); for more than 5,000 mean and 1.96 standard errors. Money is that of purchase events where the log names them, else of all events.",
      sql: result.behaviour.sql,
    },
    span: 6,
  };
}

/** Groups with somebody in them. */
const filled = ({ worth }: ShoppersResult): readonly Worth[] => worth.filter(({ n }) => n > 0);
