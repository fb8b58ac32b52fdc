import plotly from "plotly.js-strict-dist-min";
import { bars } from "../../../src/charts/bars";
import { boxes } from "../../../src/charts/boxes";
import type { Chart } from "../../../src/charts/figure";
import { forest } from "../../../src/charts/forest";
import { groupedBars } from "../../../src/charts/grouped-bars";
import { heatmap } from "../../../src/charts/heatmap";
import { lines } from "../../../src/charts/lines";
import { scatter } from "../../../src/charts/scatter";
import { draw } from "../../../src/components/chart/plotly";

/** A drawn text that is not the text it was given. */
export interface Wrong {
  readonly where: string;
  readonly wanted: string;
  readonly shown: string;
}

interface Drawing {
  readonly where: string;
  readonly chart: Chart;
  /** Where the texts stand in the drawing, and the texts in their order. */
  readonly at: string;
  readonly wanted: readonly string[];
}

const description = "";
const one = (texts: readonly string[]): number[] => texts.map(() => 1);

const ticks = (chart: Chart, axis: string): readonly string[] =>
  (chart.layout[axis] as { ticktext: string[] }).ticktext;

/** Beside each point and in the legend: the places that take any text as it is. */
function pointsOf(texts: readonly string[]): readonly Drawing[] {
  const group = (label: string, index: number) => ({ label, x: [index], y: [index], names: [label], hover: [label] });
  const chart = scatter({
    groups: texts.map(group),
    xAxis: "",
    xFormat: "count",
    yAxis: "",
    yFormat: "count",
    description,
  });
  return [
    { where: "names of points", chart, at: ".textpoint text", wanted: texts },
    { where: "names in a legend", chart, at: ".legendtext", wanted: texts },
  ];
}

/** The other charts that show names, some of the texts each, drawn by the same means. */
function otherCharts(texts: readonly string[]): readonly Drawing[] {
  const values = one(texts);
  const bar = bars({ labels: texts, values, format: "count", axis: "", notes: texts, description });
  const box = boxes({
    boxes: texts.map((label) => ({ label, low: 0, q1: 1, median: 2, q3: 3, high: 4, n: 5 })),
    format: "count",
    axis: "",
    counted: "customers",
    description,
  });
  const matrix = heatmap({
    rows: texts,
    columns: texts.slice(0, 2),
    values: texts.map(() => [0, 1]),
    scale: "intensity",
    description,
  });
  const tree = forest({ labels: texts, values, low: values, high: values, format: "number", axis: "", description });
  const series = texts.map((label) => ({ label, values: [1] }));
  const grouped = groupedBars({ labels: ["a"], series, mode: "stack", format: "count", axis: "", description });
  return [
    { where: "names beside bars", chart: bar, at: ".ytick text", wanted: ticks(bar, "yaxis") },
    { where: "notes after bars", chart: bar, at: ".bartext", wanted: texts.map((text) => `1 · ${text}`) },
    { where: "names beside boxes", chart: box, at: ".ytick text", wanted: ticks(box, "yaxis") },
    { where: "names of estimates", chart: tree, at: ".ytick text", wanted: ticks(tree, "yaxis") },
    { where: "rows of a heat map", chart: matrix, at: ".ytick text", wanted: ticks(matrix, "yaxis") },
    { where: "series of grouped bars", chart: grouped, at: ".legendtext", wanted: texts },
  ];
}

/** The charts with one text each in a title or a mark. */
function titled(text: string): readonly Drawing[] {
  const chart = lines({
    x: [1, 2],
    series: [{ label: "a", values: [1, 2] }],
    marks: [{ series: 0, point: 1, label: text }],
    xAxis: text,
    xFormat: "count",
    yAxis: "",
    yFormat: "count",
    description,
  });
  return [
    { where: "the title of an axis", chart, at: ".xtitle", wanted: [text] },
    { where: "a mark on a line", chart, at: ".annotation-text", wanted: [text] },
  ];
}

/** What a person reads of a drawn text: white space at its ends and the mark inside `%{` take no part. */
const read = (text: string): string => text.replaceAll("%\u200B{", "%{").trim();

/** In a drawing a text stands on one line, and ends in “…” when it is very long; the tooltip and the table have all of it. */
function isDrawn(found: string, wanted: string): boolean {
  const line = wanted.replace(/\r\n?|\n/gu, " ");
  const whole =
    line.length <= 120
      ? line
      : `${line
          .slice(0, 119)
          .replace(/\p{Surrogate}$/u, "")
          .trimEnd()}…`;
  return read(found) === read(whole);
}

async function compared(host: HTMLElement, drawing: Drawing): Promise<Wrong[]> {
  const shown = [...host.querySelectorAll(drawing.at)].map((element) => element.textContent);
  const short =
    shown.length !== drawing.wanted.length
      ? [{ where: drawing.where, wanted: `${drawing.wanted.length} texts`, shown: `${shown.length}` }]
      : [];
  const wrong = drawing.wanted.flatMap((wanted, index) => {
    const found = shown[index] ?? "";
    return isDrawn(found, wanted) ? [] : [{ where: drawing.where, wanted, shown: found }];
  });
  return [...short, ...wrong.slice(0, 20)];
}

/** Draws all texts, some at a time, in every kind of chart, and gives back what was drawn otherwise. */
export async function drawAll(texts: readonly string[], host: HTMLElement): Promise<Wrong[]> {
  const wrong: Wrong[] = [];
  const check = async (list: readonly Drawing[]): Promise<void> => {
    let last: Chart | null = null;
    for (const drawing of list) {
      if (drawing.chart !== last) await draw(host, drawing.chart);
      last = drawing.chart;
      wrong.push(...(await compared(host, drawing)));
      if (host.querySelector("a, script, image[href^='http'], foreignObject") !== null)
        wrong.push({ where: drawing.where, wanted: "no link", shown: host.innerHTML.slice(0, 300) });
    }
  };
  for (let from = 0; from < texts.length; from += 160) await check(pointsOf(texts.slice(from, from + 160)));
  await check(otherCharts(texts.filter((_, index) => index % 10 === 0)));
  for (const text of texts.filter((text, index) => index % 10 === 5 && text.trim() !== "")) await check(titled(text));
  return [...wrong, ...(await hovered(texts, host))];
}

/** The words that appear under the pointer, one bar after another. */
async function hovered(texts: readonly string[], host: HTMLElement): Promise<Wrong[]> {
  const wrong: Wrong[] = [];
  await draw(
    host,
    bars({ labels: texts.map(() => "a"), values: one(texts), format: "count", axis: "", hover: texts, description }),
  );
  const hover = (plotly() as unknown as { Fx: { hover(at: HTMLElement, points: object[]): void } }).Fx;
  // The library answers a pointer once in fifty milliseconds; here the clock runs ahead of it.
  let now = Date.now();
  Date.now = () => (now += 1000);
  texts.forEach((wanted, pointNumber) => {
    hover.hover(host, [{ curveNumber: 0, pointNumber }]);
    const shown = [...host.querySelectorAll(".hovertext .nums")].map((element) => element.textContent).join("");
    if (read(shown) !== read(wanted.replace(/[\r\n]/gu, ""))) wrong.push({ where: "under the pointer", wanted, shown });
    if (host.querySelector("a, script") !== null) wrong.push({ where: "under the pointer", wanted, shown: "a link" });
  });
  return wrong;
}
