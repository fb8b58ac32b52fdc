import { bars } from "../../charts/bars";
import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { counted } from "../../behaviour/words";
import type { JourneysResult } from "./result";
import { VISITS_SECTION } from "./sections";

const SHOWN = 12;

/** Stays with fewer known ones say little. */
const LEAST_KNOWN = 10;

/** How long events and pauses are; none where times do not say. */
export function stayFigures(result: JourneysResult): readonly Figure[] {
  if (!result.log.account.dwell) return [];
  return [staysFigure(result), ...(result.visits.gaps === null ? [] : [gapsFigure(result, result.visits.gaps)])];
}

function staysFigure({ visits, log }: JourneysResult): Figure {
  const facts = visits.facts.filter(({ known }) => known >= LEAST_KNOWN).toSorted((a, b) => b.stay - a.stay);
  const shown = facts.slice(0, SHOWN);
  const { lengths } = visits;
  return {
    id: "journeys-stays",
    section: VISITS_SECTION,
    title:
      shown[0] === undefined
        ? "No stay is known"
        : `Visitors stay longest at “${shown[0].label}”: half of them more than ${format(shown[0].stay, "seconds")}`,
    subtitle: `Median stay, of stays that are known; ${format(log.account.visits / log.account.events, "share")} of events are the last of a visit, so that theirs is not`,
    chart: bars({
      ...{
        labels: shown.map(({ label }) => label),
        values: shown.map(({ stay }) => stay),
        format: "seconds" as const,
        axis: "Median stay",
      },
      notes: shown.map(({ known }) => `n = ${format(known, "count")}`),
      description: "Median stay of events.",
    }),
    table: {
      columns: [
        { label: "Event", format: "text" },
        { label: "Median stay", format: "seconds" },
        { label: "Known", format: "count" },
        { label: "Not known", format: "count" },
      ],
      values: [
        facts.map(({ label }) => label),
        ...[
          Float64Array.from(facts, ({ stay }) => stay),
          Float64Array.from(facts, ({ known }) => known),
          Float64Array.from(facts, ({ n, known }) => n - known),
        ],
      ],
    },
    explain: {
      text: `The time to the next event of the same visit. The last event of a visit is left out, because nothing says how long it lasted; where visits end by themselves, medians are therefore rather too short than too long. ${lengths === null ? "" : `Visits with several events last ${format(lengths.median, "seconds")} at the median from first to last event (n = ${format(lengths.n, "count", "full")}).`}`,
    },
    span: 6,
  };
}

function gapsFigure(
  { log: { recipe } }: JourneysResult,
  { bins, within }: NonNullable<JourneysResult["visits"]["gaps"]>,
): Figure {
  const minutes = recipe.visits.by === "gap" ? recipe.visits.minutes : 30;
  const label = (bin: number): string => (bin === 0 ? "less than 1 s" : `from ${format(2 ** (bin - 1), "seconds")}`);
  return {
    id: "journeys-gaps",
    section: VISITS_SECTION,
    title: `${format(within, "share")} of pauses between events are at most ${minutes} minutes`,
    subtitle: `Pauses between neighbouring events of a customer, ${counted(
      bins.reduce((sum, { n }) => sum + n, 0),
      "pause",
    )}; each bar twice as long as the one before`,
    chart: bars({
      ...{
        labels: bins.map(({ bin }) => label(bin)),
        values: bins.map(({ n }) => n),
        format: "count" as const,
        axis: "Pauses",
      },
      description: "Pauses by length, in doubling steps.",
    }),
    table: {
      columns: [
        { label: "Pause", format: "text" },
        { label: "Pauses", format: "count" },
      ],
      values: [bins.map(({ bin }) => label(bin)), Float64Array.from(bins, ({ n }) => n)],
    },
    explain: {
      text: "A good gap lies in the valley between the short pauses within visits and the long ones between them. 30 minutes is the web’s convention; where the valley is elsewhere, choose that.",
    },
    span: 6,
  };
}
