import { bars } from "../../charts/bars";
import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { counted } from "../../behaviour/words";
import type { Change, Changes } from "./changes";
import { lookAtChange } from "./look-at-change";
import { ENDS } from "./shown-events";
import { CHANGES_SECTION } from "./sections";

const SHOWN = 12;

/** Where a change is, in words. */
export const groupWords = ({ property, value }: Pick<Change, "property" | "value">): string =>
  property === null ? value : `${property} ${value}`;

/** A change as a sentence. */
export function changeWords(change: Change, period: string): string {
  const { from, to, n, own, otherN, other } = change;
  const how =
    from === null
      ? `${format(n / own, "share")} of visits had “${to}”`
      : `${format(n / own, "share")} went from “${from}” to ${to === ENDS ? "the end of the visit" : `“${to}”`}`;
  return `In the ${period} of ${change.period} (${groupWords(change)}), ${how}, against ${format(otherN / other, "share")} otherwise (${format(n, "count", "full")} of ${format(own, "count", "full")})`;
}

/** What was large and not chance, or that nothing was. */
export function changesFigure({ found, period, periods, properties, tests }: Changes): Figure {
  const shown = found.slice(0, SHOWN);
  const looked = `${counted(tests, "comparison")} of ${counted(periods, period)}, ${properties.length === 0 ? "all visits" : `all visits and each ${properties.join(", ")}`}`;
  const column = (read: (change: Change) => number): Float64Array => Float64Array.from(found, read);
  return {
    id: "journeys-changes",
    section: CHANGES_SECTION,
    title:
      shown[0] === undefined
        ? "Nothing found: nothing changed by more than chance makes it"
        : `${changeWords(shown[0], period)}`,
    subtitle: `${looked}; ${found.length === 0 ? "none" : format(found.length, "count")} differs by 5 points or more with a corrected p below 1 %`,
    ...(shown.length === 0
      ? {}
      : {
          chart: bars({
            labels: shown.map(
              (one) => `${one.from === null ? "with" : `${one.from} to`} ${one.to}, ${groupWords(one)}, ${one.period}`,
            ),
            values: shown.map(({ difference }) => difference),
            ...{ format: "share" as const, axis: "Difference to all other periods" },
            colours: shown.map(({ difference }) => (difference > 0 ? "var(--data-1)" : "var(--data-2)")),
            description: `The ${shown.length} clearest changes.`,
          }),
        }),
    table: {
      columns: [
        ...["From", "To", "Where", period].map((label) => ({ label, format: "text" as const })),
        { label: "Then", format: "share" },
        { label: "Otherwise", format: "share" },
        { label: "More or fewer moves", format: "number" },
        { label: "Of", format: "count" },
        { label: "p", format: "score" },
        { label: "p corrected", format: "score" },
        { label: "Also in", format: "text" },
      ],
      values: [
        found.map(({ from }) => from ?? "(any visit)"),
        found.map(({ to }) => to),
        found.map(groupWords),
        found.map((one) => one.period),
        ...[
          column(({ n, own }) => n / own),
          column(({ otherN, other }) => otherN / other),
          column(({ extra }) => extra),
        ],
        ...[column(({ own }) => own), column(({ p }) => p), column(({ q }) => q)],
        found.map(({ also }) => also.join(", ")),
      ],
      looks: found.map(lookAtChange),
    },
    explain: {
      text: "Every move from one event to the next, and every event as part of a visit, in every period against all other periods, for all visits and for each value of the properties with fewest values. Fisher’s exact tests, corrected over all of them (Benjamini and Hochberg 1995). Of a move that stands out in several groups, the clearest is shown. A change has a time and a place, not yet a cause. Each row leads to the page as it is in that period alone, with the groups and the event that changed.",
    },
    span: 12,
  };
}
