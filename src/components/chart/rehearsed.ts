import { bars } from "../../charts/bars";
import type { Chart } from "../../charts/figure";
import { baseLayout } from "../../charts/layout";

/**
 * Charts to draw before anybody sees one, each with a part of the drawing library that the one before has not: what is
 * drawn for the first time has to be compiled, and a whole chart at once takes longer than a page may stand still.
 */
export function rehearsed(): readonly Chart[] {
  return [bare, marked, named];
}

const hidden = { visible: false, fixedrange: true };

const empty = { height: 200, description: "" };

const bare: Chart = {
  ...empty,
  data: [{ type: "bar", x: [1, 2], y: [1, 2] }],
  layout: baseLayout({ xaxis: hidden, yaxis: hidden }),
};

const marked: Chart = {
  ...empty,
  data: [{ type: "scatter", x: [1, 2], y: [1, 2] }],
  layout: baseLayout({ xaxis: hidden, yaxis: { type: "linear", fixedrange: true } }),
};

const named = bars({ labels: ["a", "b"], values: [1, 2], format: "count", axis: "n", description: "" });
