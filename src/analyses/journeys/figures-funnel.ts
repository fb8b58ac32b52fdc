import { bars } from "../../charts/bars";
import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { lines } from "../../charts/lines";
import { counted, rateWords, timeWords, WILSON } from "../../behaviour/words";
import type { FunnelResult, ReachedStep } from "./funnel-result";
import type { JourneysResult } from "./result";
import { FUNNEL_SECTION } from "./sections";
import { FUNNEL_UNITS, planWords } from "./words";
import { reverseFigure, exitsFigure } from "./figures-ends";
import { trendFigure } from "./figures-trend";

const SHOWN = 8;

/** The funnel, where it leaks, how long it takes, and what comes before its end. */
export function funnelFigures(result: JourneysResult): readonly Figure[] {
  const { funnel, reverse } = result;
  const leak = widestLeak(funnel);
  return [
    stepsFigure(funnel),
    ...(leak === null ? [] : [leakFigure(funnel, leak)]),
    ...(funnel.time.n > 0 && funnel.steps.length > 1 ? [timeFigure(funnel)] : []),
    ...(funnel.trend === null ? [] : [trendFigure(funnel, funnel.trend)]),
    ...(reverse === null || reverse.events.length === 0 ? [] : [reverseFigure(result, reverse)]),
    exitsFigure(result),
  ];
}

function stepsFigure(funnel: FunnelResult): Figure {
  const { steps, plan, units } = funnel;
  const last = steps.findLast(({ step }) => !step.optional);
  const name = ({ step, label }: ReachedStep): string => (step.optional ? `${label} (optional)` : label);
  return {
    id: "journeys-funnel",
    section: FUNNEL_SECTION,
    title:
      last === undefined || steps.length < 2
        ? `${format(last?.ofAll.share, "share")} reach “${last?.label ?? ""}”`
        : `${format(last.overall.share, "share")} of those who begin reach “${last.label}”`,
    subtitle: `${planWords(plan)} ${counted(units, plan.count === "visit" ? "visit" : "customer")} in all`,
    chart: bars({
      labels: steps.map(name),
      values: steps.map(({ n }) => n),
      format: "count",
      axis: FUNNEL_UNITS[plan.count],
      notes: steps.map(({ overall }) => format(overall.share, "share")),
      hover: steps.map(
        (one) =>
          `${name(one)}: ${format(one.n, "count", "full")}; of the first step ${rateWords(one.overall)}; of the step before ${rateWords(one.fromBefore)}`,
      ),
      description: `A funnel of ${steps.length} steps.`,
    }),
    table: {
      columns: [
        { label: "Step", format: "text" },
        { label: FUNNEL_UNITS[plan.count], format: "count" },
        ...["Of all", "Of the first step", "low", "high", "Of the step before", "low ", "high "].map((label) => ({
          label,
          format: "share" as const,
        })),
        { label: "Median time from the step before", format: "seconds" },
      ],
      values: [
        steps.map(name),
        Float64Array.from(steps, ({ n }) => n),
        Float64Array.from(steps, ({ ofAll }) => ofAll.share),
        ...(["share", "low", "high"] as const).map((part) => Float64Array.from(steps, ({ overall }) => overall[part])),
        ...(["share", "low", "high"] as const).map((part) =>
          Float64Array.from(steps, ({ fromBefore }) => fromBefore[part]),
        ),
        Float64Array.from(steps, ({ median }) => median / 1000),
      ],
    },
    explain: {
      text: `${planWords(plan)} “Of all” is relative to all ${plan.count === "visit" ? "visits" : "customers"}, in the funnel or not; the first step’s “of the step before” is too. An optional step holds nobody back: it counts where it lies between its neighbours. ${WILSON}`,
      sql: funnel.sql,
      parameters: { funnel: plan.text },
    },
    span: 12,
    ...(funnel.unknown.length === 0
      ? {}
      : { caution: `No event or column is called ${funnel.unknown.map((one) => `“${one}”`).join(", ")}.` }),
  };
}

/** The step after which most are lost; null where nobody is. */
function widestLeak({ steps }: FunnelResult): ReachedStep | null {
  const lost = ({ next }: ReachedStep): number => next.reduce((sum, { n }) => sum + n, 0);
  const [most] = steps.toSorted((a, b) => lost(b) - lost(a));
  return most === undefined || lost(most) === 0 ? null : most;
}

function leakFigure({ steps, plan }: FunnelResult, leak: ReachedStep): Figure {
  const lost = leak.next.reduce((sum, { n }) => sum + n, 0);
  const [first] = leak.next;
  const shown = leak.next.slice(0, SHOWN);
  const told = steps.flatMap((step) => [
    ...step.next.map(({ label, n }) => ({ step: step.label, what: "came next", label, n })),
    ...step.exits.map(({ label, n }) => ({ step: step.label, what: "ended that visit", label, n })),
  ]);
  return {
    id: "journeys-leak",
    section: FUNNEL_SECTION,
    title: `Most are lost after “${leak.label}”: ${format(lost, "count", "full")}; what came next was mostly ${first?.label ?? ""}`,
    subtitle: `What those ${FUNNEL_UNITS[plan.count]} did next in the same visit who went no further; ${leak.exits[0] === undefined ? "" : `that visit ended most often at “${leak.exits[0].label}” (${format(leak.exits[0].n / lost, "share")})`}`,
    chart: bars({
      ...{
        labels: shown.map(({ label }) => label),
        values: shown.map(({ n }) => n),
        format: "count" as const,
        axis: FUNNEL_UNITS[plan.count],
      },
      notes: shown.map(({ n }) => format(n / lost, "share")),
      description: `What came after ${leak.label} for those who went no further.`,
    }),
    table: {
      columns: [
        { label: "Lost after", format: "text" },
        { label: "What", format: "text" },
        { label: "Event", format: "text" },
        { label: FUNNEL_UNITS[plan.count], format: "count" },
      ],
      values: [
        told.map(({ step }) => step),
        told.map(({ what }) => what),
        told.map(({ label }) => label),
        Float64Array.from(told, ({ n }) => n),
      ],
    },
    explain: {
      text: "The event after the last step reached, in the same visit and of the same attempt that the funnel counts; and the last event of that visit.",
    },
    span: 6,
  };
}

function timeFigure({ time, steps, plan }: FunnelResult): Figure {
  const { at, share } = time.curve;
  const seconds = Float64Array.from(at, (one) => one / 1000);
  return {
    id: "journeys-time-to-convert",
    section: FUNNEL_SECTION,
    title: `Half of those who convert take less than ${timeWords(time.median)}`,
    subtitle: `From the first to the last of ${steps.length} steps; n = ${format(time.n, "count", "full")}, middle half ${timeWords(time.q25)} to ${timeWords(time.q75)}`,
    chart: lines({
      ...{
        x: seconds,
        xAxis: "Time since the first step",
        xFormat: "seconds" as const,
        yAxis: "Converted",
        yFormat: "share" as const,
      },
      series: [{ label: "Converted", values: share }],
      description: "Share converted by time since the first step.",
    }),
    table: {
      columns: [
        { label: "Time since the first step", format: "seconds" },
        { label: "Converted", format: "share" },
      ],
      values: [seconds, share],
    },
    explain: {
      text: `The curve counts those who have not converted as long as they were watched (Kaplan and Meier 1958)${Number.isFinite(time.medianOfAll) ? `; by it half of all who begin convert within ${timeWords(time.medianOfAll)}` : "; by it fewer than half of those who begin ever convert"}. ${planWords(plan)}`,
    },
    span: 6,
  };
}
