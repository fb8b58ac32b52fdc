import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { lines } from "../../charts/lines";
import type { FunnelResult } from "./funnel-result";
import type { FunnelTrend, TrendPeriod } from "./funnel-trend";
import { FUNNEL_SECTION } from "./sections";
import { counted, rateWords, timeWords, WILSON } from "../../behaviour/words";
import { FUNNEL_UNITS, planWords } from "./words";

/** How conversion moves from period to period. */
export function trendFigure(funnel: FunnelResult, trend: FunnelTrend): Figure {
  const { periods, period } = trend;
  const units = FUNNEL_UNITS[funnel.plan.count];
  const part = (read: (one: TrendPeriod) => number): Float64Array => Float64Array.from(periods, read);
  const partial = periods.filter(({ whole }) => !whole).length;
  return {
    id: "journeys-funnel-trend",
    section: FUNNEL_SECTION,
    title: titleOf(trend),
    subtitle: `By the ${period} of the first step, the share of ${units} that reached the last, whenever they did; 95 % intervals${partial === 0 ? "" : `; dashed: ${counted(partial, period)} in which not everybody was watched for ${timeWords(trend.watched)}, so that the share may still rise`}`,
    chart: lines({
      ...{ x: part(({ start }) => start), xAxis: `First step in the ${period} of`, xFormat: "date" as const },
      ...{ yAxis: "Converted", yFormat: "share" as const },
      series: seriesOf(periods),
      description: `Share converted by the ${period} of the first step.`,
    }),
    table: {
      columns: [
        { label: period, format: "text" },
        { label: `Began (${units})`, format: "count" },
        { label: "Converted", format: "count" },
        ...["Share", "low", "high"].map((label) => ({ label, format: "share" as const })),
        { label: "May still convert", format: "count" },
        { label: "Watched", format: "text" },
      ],
      values: [
        periods.map(({ label }) => label),
        part(({ converted }) => converted.of),
        part(({ converted }) => converted.n),
        ...(["share", "low", "high"] as const).map((column) => part(({ converted }) => converted[column])),
        part(({ open }) => open),
        periods.map(({ whole }) => (whole ? "long enough" : "not long enough")),
      ],
    },
    explain: { text: `${watchedWords(funnel, trend)} ${planWords(funnel.plan)} ${WILSON}` },
    span: 12,
  };
}

function titleOf({ periods, period }: FunnelTrend): string {
  const known = periods.filter(({ whole, converted }) => whole && converted.of > 0);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || first === last)
    return `No two ${period}s of first steps could be watched long enough to compare`;
  const apart = last.converted.low > first.converted.high || last.converted.high < first.converted.low;
  const words = `${rateWords(first.converted)} of ${first.label} to ${rateWords(last.converted)} of ${last.label}`;
  return apart ? `Conversion went from ${words}` : `Conversion hardly moved: ${words}`;
}

/** The last whole period belongs to both lines, so that they meet. */
function seriesOf(periods: readonly TrendPeriod[]): Parameters<typeof lines>[0]["series"] {
  const lastWhole = periods.findLastIndex(({ whole }) => whole);
  const whole = { label: "Watched long enough", shown: (at: number) => at <= lastWhole };
  const partial = { label: "May still rise", shown: (at: number) => at >= lastWhole, dashed: true };
  const kinds = [...(lastWhole < 0 ? [] : [whole]), ...(lastWhole === periods.length - 1 ? [] : [partial])];
  return kinds.map(({ label, shown, ...look }) => ({
    ...{ label, ...look },
    values: periods.map(({ converted }, at) => (shown(at) ? converted.share : NaN)),
    bounds: {
      low: periods.map(({ converted }, at) => (shown(at) ? converted.low : NaN)),
      high: periods.map(({ converted }, at) => (shown(at) ? converted.high : NaN)),
    },
  }));
}

function watchedWords({ plan, time }: FunnelResult, { watched, periods }: FunnelTrend): string {
  const began = periods.reduce((sum, { converted }) => sum + converted.of, 0);
  const base = `The ${format(began, "count", "full")} ${FUNNEL_UNITS[plan.count]} at the first step, by its time.`;
  if (plan.window !== null) return `${base} A period is whole when the window of everybody in it has ended.`;
  if (time.n === 0) return base;
  return `${base} Without a window anybody may still convert: a period counts as whole when everybody in it was watched for ${timeWords(watched)}, the time in which nine of ten conversions came.`;
}
