import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import type { Paths } from "./result";
import { PATHS_SECTION } from "./sections";

/** Why numbers of one step differ; none where the step is more than events. */
export function waysFigures({ ways: counting }: Paths): readonly Figure[] {
  if (counting === null) return [];
  const { from, to, ways, sql } = counting;
  return [
    {
      id: "journeys-ways-to-count",
      section: PATHS_SECTION,
      title: `From “${from}” to “${to}”: ${ways.map(({ n, of }) => format(n / of, "share")).join(", ")}, by the way of counting`,
      subtitle:
        "Why a path’s and a funnel’s number of the same step differ, from the narrowest way to count to the widest",
      table: {
        columns: [
          { label: "Where", format: "text" },
          { label: "Reached", format: "count" },
          { label: "Of", format: "count" },
          { label: "Share", format: "share" },
          { label: "Why it differs", format: "text" },
        ],
        values: [
          ways.map(({ label }) => label),
          ...[
            Float64Array.from(ways, ({ n }) => n),
            Float64Array.from(ways, ({ of }) => of),
            Float64Array.from(ways, ({ n, of }) => n / of),
          ],
          ways.map(({ why }) => why),
        ],
      },
      explain: {
        text: "All four are counted from one path table, so that they differ by definition and by nothing else. A window or an exclusion of the funnel is not applied here.",
        sql,
      },
      span: 6,
    },
  ];
}
