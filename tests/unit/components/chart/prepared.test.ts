import { describe, expect, it } from "vitest";
import { css, isSymbolic } from "../../../../src/components/chart/chart-colour";
import { escaped } from "../../../../src/components/chart/chart-text";
import { legendRoom, withRoomAbove } from "../../../../src/components/chart/legend-room";
import { fitted, withLines } from "../../../../src/components/chart/narrow";
import { prepared } from "../../../../src/components/chart/prepared";

const resolve = (colour: string): string => `resolved:${colour}`;

describe("prepared", () => {
  it("escapes what people see and resolves what they do not", () => {
    const trace = {
      type: "bar",
      text: ["<img src=x onerror=alert(1)> & %{x}"],
      hovertext: [["a\nb"]],
      marker: { color: ["ramp(0.5)", "var(--data-1)"] },
      title: { text: "var(--x)" },
    };
    expect(prepared(trace, resolve)).toEqual({
      type: "bar",
      text: ["&lt;img src=x onerror=alert(1)&gt; &amp; %\u200B{x}"],
      hovertext: [["a<br>b"]],
      marker: { color: ["resolved:ramp(0.5)", "resolved:var(--data-1)"] },
      title: { text: "var(--x)" },
    });
  });

  it("passes numbers and typed arrays through and changes nothing it was given", () => {
    const x = Float64Array.of(1, NaN);
    const trace = Object.freeze({ x, y: [1, null], visible: true });
    expect(prepared(trace, resolve)).toEqual(trace);
    expect((prepared(trace, resolve) as { x: unknown }).x).toBe(x);
  });

  it("leaves plain colours alone", () => {
    expect(isSymbolic("rgba(0,0,0,0)")).toBe(false);
    expect(escaped("8 TB")).toBe("8 TB");
  });
});

describe("css", () => {
  it("mixes the two nearest tokens of a ramp", () => {
    expect(css("ramp(0)")).toBe("color-mix(in oklab, var(--ramp-0) 100%, var(--ramp-1) 0%)");
    expect(css("ramp(0.5)")).toBe("color-mix(in oklab, var(--ramp-2) 100%, var(--ramp-3) 0%)");
    expect(css("ramp(7)")).toBe("color-mix(in oklab, var(--ramp-3) 0%, var(--ramp-4) 100%)");
    expect(css("diverging(-0.5)")).toBe("color-mix(in oklab, var(--diverging-low) 50%, var(--diverging-mid) 50%)");
  });
});

describe("fitted", () => {
  const layout = {
    yaxis: { tickvals: [0], ticktext: ["Samsung Galaxy S8 (Sm-G950F)"] },
    xaxis: { tickvals: [0, 1, 2, 3], ticktext: ["0", "1 TB", "2 TB", "3 TB"] },
  };

  it("changes nothing where there is room", () => {
    expect(fitted(layout, 900)).toEqual(layout);
  });

  it("lays a name beside a bar in two lines where its words allow it, whatever else it holds", () => {
    const lines = withLines(prepared(fitted(layout, 260), resolve) as Record<string, unknown>);
    expect(lines["yaxis"]).toEqual({ tickvals: [0], ticktext: ["Samsung Galaxy<br>S8 (Sm-G950F)"] });
    const hostile = { yaxis: { tickvals: [0], ticktext: ["<b>Samsung</b> & a\uE000 b"] } };
    const shown = withLines(prepared(fitted(hostile, 260), resolve) as Record<string, unknown>);
    expect(shown["yaxis"]).toEqual({
      tickvals: [0],
      ticktext: ["&lt;b&gt;Samsung&lt;/b&gt;<br>&amp; a\uE000 b"],
    });
  });

  it("shortens names that no two lines hold and thins out numbers on a phone", () => {
    const long = { ...layout, yaxis: { tickvals: [0], ticktext: ["Samsung-Galaxy-S8-(Sm-G950F)"] } };
    const narrow = fitted(long, 260) as typeof layout;
    expect(narrow.yaxis.ticktext[0]).toMatch(/^Samsung.*…$/u);
    expect(narrow.xaxis.tickvals.length).toBeLessThan(4);
    expect(narrow.xaxis.ticktext).toHaveLength(narrow.xaxis.tickvals.length);
  });
});

describe("legendRoom", () => {
  const traces = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ name: `Engagement ${index + 1} of ${count}` }));

  it("is nothing without a legend and for one row", () => {
    expect(legendRoom({ showlegend: false }, traces(6), 500)).toBe(0);
    expect(legendRoom({ showlegend: true }, traces(2), 500)).toBe(0);
  });

  it("grows with the rows that the entries break into, and goes to the top margin", () => {
    const room = legendRoom({ showlegend: true }, traces(6), 300);
    expect(room).toBe(5 * 19);
    expect(withRoomAbove({ margin: { l: 8, t: 36 } }, room)).toEqual({ margin: { l: 8, t: 131 } });
  });
});
