import { expect } from "vitest";
import type { Analysis } from "../../../src/analyses/analysis";
import type { Settings } from "../../../src/view/settings";

/** What every page must keep: consistent tables, no leaked NaN or undefined in words, four to six cards, an explanation everywhere. */
export function expectReadablePage<Spec extends Settings, Result>(
  analysis: Analysis<Spec, Result>,
  result: Result,
): void {
  const figures = analysis.figures(result);
  const cards = analysis.cards(result);
  const findings = analysis.findings(result);
  expect(new Set(figures.map((figure) => figure.id)).size).toBe(figures.length);
  for (const figure of figures) {
    expect(new Set(figure.table.values.map((column) => column.length)).size, figure.id).toBe(1);
    expect(figure.table.columns, figure.id).toHaveLength(figure.table.values.length);
    expect(figure.explain.text.length, figure.id).toBeGreaterThan(20);
    expect(figure.explain.sql ?? figure.explain.parameters, figure.id).toBeDefined();
    if (figure.chart !== undefined) expect(figure.chart.data.length, figure.id).toBeGreaterThan(0);
  }
  expect(cards.length).toBeGreaterThanOrEqual(4);
  expect(cards.length).toBeLessThanOrEqual(6);
  const words = [
    analysis.answer(result),
    ...figures.flatMap(({ title, subtitle, caution, explain, chart }) => [
      title,
      subtitle,
      caution ?? "",
      explain.text,
      chart?.description ?? "",
    ]),
    ...cards.flatMap(({ label, value, note }) => [label, value, note ?? ""]),
    ...findings.map(({ text }) => text),
  ].join("\n");
  expect(words).not.toMatch(/NaN|undefined|Infinity|null|\[object/u);
  expect(words).not.toContain("!");
  expect(structuredClone(result)).toEqual(result);
}
