import { describe, expect, it } from "vitest";
import { bars } from "../../../src/charts/bars";
import { boxes } from "../../../src/charts/boxes";
import { clipped } from "../../../src/charts/clipped";
import type { Chart } from "../../../src/charts/figure";
import { forest } from "../../../src/charts/forest";
import { groupedBars } from "../../../src/charts/grouped-bars";
import { heatmap } from "../../../src/charts/heatmap";
import { lines } from "../../../src/charts/lines";
import { scatter } from "../../../src/charts/scatter";
import { chartText, isShown } from "../../../src/components/chart/chart-text";
import { explainText } from "../../../src/components/chart/explain-text";
import { fileName } from "../../../src/components/chart/file-name";
import { prepared } from "../../../src/components/chart/prepared";
import { LONE_SURROGATES, NAUGHTY } from "../../fixtures/naughty-strings";

const texts = [...NAUGHTY, ...LONE_SURROGATES];

describe("file names of exports", () => {
  it("are letters, digits and dashes, whatever a figure is called", () => {
    for (const text of texts) {
      const name = fileName(text, "csv");
      expect(name, JSON.stringify(text)).toMatch(/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*\.csv$/u);
      expect([...name].length).toBeLessThanOrEqual(72);
      expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\./u);
      expect(name.isWellFormed()).toBe(true);
    }
  });
});

describe("clipped", () => {
  it("never leaves half a character and is never longer than asked", () => {
    for (const text of NAUGHTY)
      for (const longest of [1, 2, 3, 30, 120]) {
        const short = clipped(text, longest);
        expect(short.isWellFormed()).toBe(true);
        expect(short.length).toBeLessThanOrEqual(Math.max(1, longest));
        if (text.length <= longest) expect(short).toBe(text);
      }
  });
});

describe("text of charts", () => {
  it("holds no tag, no entity of its own, no template and, drawn, no line break", () => {
    for (const text of texts)
      for (const key of ["text", "hovertext", "ticktext", "name"]) {
        const shown = chartText(key, text);
        expect(shown.replaceAll("<br>", "")).not.toMatch(/[<>]|%\{|&(?!amp;|lt;|gt;)/u);
        if (key !== "hovertext") expect(shown).not.toMatch(/[\r\n]|<br>/u);
      }
  });

  it("is text in an explanation that is copied", () => {
    for (const text of texts) expect(explainText(text, { text, parameters: { a: text } })).toContain(text);
  });
});

/** Every chart that takes names, with all the naughty ones in every place. */
function charts(): readonly (readonly [string, Chart])[] {
  const values = texts.map(() => 1);
  const base = { format: "count", axis: "axis", description: "d" } as const;
  const axes = { xAxis: "x", xFormat: "count", yAxis: "y", yFormat: "count", description: "d" } as const;
  const series = texts.map((label) => ({ label, values: [1] }));
  const box = { low: 0, q1: 1, median: 2, q3: 3, high: 4, mean: 2, n: 5 };
  return [
    ["bars", bars({ ...base, labels: texts, values, notes: texts, hover: texts })],
    ["boxes", boxes({ ...base, boxes: texts.map((label) => ({ ...box, label })), counted: "customers" })],
    ["forest", forest({ ...base, labels: texts, values, low: values, high: values, hover: texts })],
    ["grouped bars", groupedBars({ ...base, labels: ["a"], series, mode: "share" })],
    [
      "heat map",
      heatmap({
        rows: texts,
        columns: texts.slice(0, 3),
        values: texts.map(() => [1, 2, 3]),
        scale: "intensity",
        description: "d",
      }),
    ],
    [
      "lines",
      lines({ ...axes, x: [1], series, marks: texts.map((label, index) => ({ series: index, point: 0, label })) }),
    ],
    [
      "scatter",
      scatter({ ...axes, groups: texts.map((label) => ({ label, x: [1], y: [1], names: [label], hover: [label] })) }),
    ],
  ];
}

/** Kinds of traces that put positions, never names, on their axes: no name can collide with a property of an object. */
const TYPES = new Set(["bar", "box", "heatmap", "scatter", "scattergl"]);

describe("charts of names", () => {
  it.each(charts())("%s: names stand only where they are escaped, never as places or ids", (_, chart) => {
    const names = new Set(texts);
    const strays: string[] = [];
    const walk = (part: unknown, key: string): void => {
      if (typeof part === "string" && names.has(part) && !isShown(key) && key !== "") strays.push(`${key}: ${part}`);
      else if (Array.isArray(part)) part.forEach((item) => walk(item, key));
      else if (typeof part === "object" && part !== null && !ArrayBuffer.isView(part))
        Object.entries(part).forEach(([name, value]) => walk(value, name));
    };
    for (const trace of chart.data) {
      expect(TYPES).toContain(trace["type"]);
      for (const axis of ["x", "y", "ids", "labels", "parents"])
        for (const place of (trace[axis] as unknown[] | undefined) ?? []) expect(typeof place).not.toBe("string");
    }
    walk(chart.data, "");
    walk(chart.layout, "");
    // "name", "size" and the like are also words of the library's own, for instance of a font.
    expect(
      strays.filter((stray) => !/^(?:type|mode|color|family|method|side|dash|symbol|\w*anchor|\w*ref): /u.test(stray)),
    ).toEqual([]);
    expect(JSON.stringify(prepared(chart.data, (colour) => colour))).not.toMatch(/<(?!br>)/u);
  });
});
