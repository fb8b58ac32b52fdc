import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { heatmap } from "../../charts/heatmap";
import { counted } from "../../behaviour/words";
import type { ComparedGroups } from "./compare-groups";
import { PATHS_SECTION } from "./sections";

const CHANCE = 0.05;

/** Two groups' moves side by side; differences that chance can make are not printed. */
export function compareFigure({ property, groups, from, to, cells }: ComparedGroups): Figure {
  const real = cells.filter(({ q, sparse }) => q < CHANCE && !sparse);
  const values = from.map((a) =>
    to.map((b) => {
      const cell = cells.find((one) => one.from === a && one.to === b);
      return cell === undefined ? NaN : cell.shares[1] - cell.shares[0];
    }),
  );
  const sure = new Set(real.map((cell) => JSON.stringify([cell.from, cell.to])));
  const [first] = real;
  return {
    id: "journeys-compared",
    section: PATHS_SECTION,
    title:
      first === undefined
        ? `${groups[0]} and ${groups[1]} move alike: no difference is larger than chance makes`
        : `${groups[1]} goes from “${first.from}” to “${first.to}” ${first.shares[1] > first.shares[0] ? "more" : "less"} often than ${groups[0]}: ${format(first.shares[1], "share")} against ${format(first.shares[0], "share")}`,
    subtitle: `Share of ${groups[1]} minus share of ${groups[0]} (${property}), of all moves from there; * is not chance after correction over ${counted(cells.length, "cell")}`,
    chart: heatmap({
      ...{ rows: from, columns: to, scale: "diverging" as const },
      values: values.map((row) => row.map((value) => 100 * value)),
      print: (value) => (Math.abs(value) < 0.05 ? "" : value.toFixed(1)),
      hover: (row, column) => {
        const [a, b] = [from[row] ?? "", to[column] ?? ""];
        return `${a} to ${b}: ${format(values[row]?.[column], "share")} ${sure.has(JSON.stringify([a, b])) ? "* not chance" : "may be chance"}`;
      },
      description: `Differences between ${groups[0]} and ${groups[1]} in percentage points.`,
    }),
    table: {
      columns: [
        { label: "From", format: "text" },
        { label: "To", format: "text" },
        ...groups.map((label) => ({ label, format: "share" as const })),
        ...groups.map((label) => ({ label: `${label}, moves`, format: "count" as const })),
        { label: "p", format: "score" },
        { label: "p corrected", format: "score" },
        { label: "Not chance", format: "text" },
      ],
      values: [
        cells.map((cell) => cell.from),
        cells.map((cell) => cell.to),
        ...[0, 1].map((group) => Float64Array.from(cells, ({ shares }) => shares[group] ?? NaN)),
        ...[0, 1].map((group) => Float64Array.from(cells, ({ counts }) => counts[group] ?? NaN)),
        ...[Float64Array.from(cells, ({ p }) => p), Float64Array.from(cells, ({ q }) => q)],
        cells.map((cell) => (sure.has(JSON.stringify([cell.from, cell.to])) ? "*" : "")),
      ],
    },
    explain: {
      text: "Percentage points. Each cell is a chi-squared test of two shares; p is corrected over all cells (Benjamini and Hochberg 1995). Moves of one customer are not independent of each other, so that p is rather too small: take a difference near the limit with care.",
    },
    span: 12,
  };
}
