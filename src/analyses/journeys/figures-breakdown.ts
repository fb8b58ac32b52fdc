import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { groupedBars } from "../../charts/grouped-bars";
import type { FunnelBreakdown, FunnelResult } from "./funnel-result";
import { FUNNEL_SECTION } from "./sections";
import { FUNNEL_UNITS } from "./words";
import { rate } from "../../behaviour/wilson";
import { counted } from "../../behaviour/words";

/** Corrected p below which a difference is not taken for chance. */
const CHANCE = 0.05;

/** The funnel of each value of a property, with a test of every step. */
export function breakdownFigures({ breakdown, plan, steps }: FunnelResult): readonly Figure[] {
  if (breakdown === null || breakdown.groups.length < 2) return [];
  const { property, groups, tests } = breakdown;
  const labels = steps.map(({ label }) => label);
  // Who begins is itself a choice, so that the first step is shown of all.
  const share = (group: FunnelBreakdown["groups"][number], step: number): number =>
    (group.reached[step] ?? 0) / group.units;
  const rows = groups.flatMap((group) => steps.map((step, place) => ({ group, step, place })));
  const column = (read: (row: (typeof rows)[number]) => number): Float64Array => Float64Array.from(rows, read);
  return [
    {
      id: "journeys-funnel-by",
      section: FUNNEL_SECTION,
      title: titleOf(breakdown, labels),
      subtitle: `Share of all ${plan.count === "visit" ? "visits" : "customers"} of each ${property} that reach a step; ${groups.map(({ label, units }) => `${label} ${format(units, "count")}`).join(", ")}`,
      chart: groupedBars({
        labels,
        series: groups.map((group) => ({ label: group.label, values: labels.map((_, step) => share(group, step)) })),
        mode: "group",
        format: "share",
        axis: "Reached",
        horizontal: false,
        description: `The funnel for ${groups.length} values of ${property}.`,
      }),
      table: {
        columns: [
          { label: property, format: "text" },
          { label: "Step", format: "text" },
          { label: FUNNEL_UNITS[plan.count], format: "count" },
          ...["Of all", "low", "high"].map((label) => ({ label, format: "share" as const })),
          ...["Chi-squared", "p", "p corrected"].map((label) => ({ label, format: "score" as const })),
        ],
        values: [
          rows.map(({ group }) => group.label),
          rows.map(({ step }) => step.label),
          column(({ group, place }) => group.reached[place] ?? 0),
          ...(["share", "low", "high"] as const).map((part) =>
            column(({ group, place }) => rate(group.reached[place] ?? 0, group.units)[part]),
          ),
          ...(["chiSquared", "p", "q"] as const).map((part) => column(({ place }) => tests[place]?.[part] ?? NaN)),
        ],
      },
      explain: {
        text: `The test of a step asks whether groups come from the step before (for the first: from all) alike: Pearson’s chi-squared, corrected over ${counted(tests.length, "step")} (Benjamini and Hochberg 1995). A ${plan.count === "visit" ? "visit" : "customer"} has the value of its first event.`,
      },
      span: 12,
      ...(tests.some(({ sparse }) => sparse)
        ? { caution: "Some groups are so small that their tests are not to be relied on." }
        : {}),
    },
  ];
}

function titleOf({ property, tests }: FunnelBreakdown, labels: readonly string[]): string {
  const differing = labels.filter((_, step) => (tests[step]?.q ?? 1) < CHANCE);
  if (differing.length === 0) return `No step differs by ${property} by more than chance would make it`;
  return `By ${property}, groups differ at ${differing.map((label) => `“${label}”`).join(", ")}`;
}
