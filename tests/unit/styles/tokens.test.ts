import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Rgb = readonly [number, number, number];
type Theme = ReadonlyMap<string, Rgb>;

const css = readFileSync(new URL("../../../src/styles/tokens.css", import.meta.url), "utf8");
const THEMES = { light: theme(/^:root \{(.*?)^\}/msu), dark: theme(/^:root\[data-theme="dark"\] \{(.*?)^\}/msu) };

/** The opaque colours of one block, as linear sRGB. */
function theme(block: RegExp): Theme {
  const text = block.exec(css)?.[1] ?? "";
  const found = text.matchAll(/--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\);/gu);
  return new Map([...found].map(([, name, l, c, h]) => [name ?? "", linear(Number(l), Number(c), Number(h))]));
}

/** OKLCH to linear sRGB (Ottosson 2020), clipped to the gamut. */
function linear(l: number, c: number, h: number): Rgb {
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)];
  const [x, y, z] = [
    (l + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (l - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (l - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ];
  return clip([
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ]);
}

function clip([r, g, b]: Rgb): Rgb {
  const one = (value: number) => Math.min(1, Math.max(0, value));
  return [one(r), one(g), one(b)];
}

function lightness([r, g, b]: Rgb): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2 contrast ratio. */
function contrast(one: Rgb, other: Rgb): number {
  const [low, high] = [lightness(one), lightness(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Distance in OKLab. */
function distance(one: Rgb, other: Rgb): number {
  const [a, b] = [oklab(one), oklab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function oklab([r, g, b]: Rgb): Rgb {
  const [l, m, s] = [
    Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b),
    Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b),
    Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b),
  ];
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** What a person sees: Machado, Oliveira and Fernandes 2009, full deficiency, on linear sRGB. */
const VISIONS: Readonly<Record<string, readonly number[]>> = {
  "all colours": [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

function seen(rgb: Rgb, matrix: readonly number[]): Rgb {
  const row = (at: number) => rgb.reduce((sum, value, index) => sum + value * (matrix[at * 3 + index] ?? 0), 0);
  return clip([row(0), row(1), row(2)]);
}

function colour(of: Theme, name: string): Rgb {
  const found = of.get(name);
  if (found === undefined) throw new Error(`No colour ${name}`);
  return found;
}

describe.each(Object.entries(THEMES))("the %s theme", (_, colours) => {
  const text = ["text", "text-2", "muted", "accent", "accent-strong", "danger", "warning", "success"];
  const grounds = ["ground", "surface", "surface-2"];
  const pairs = [
    ...text.flatMap((name) => grounds.map((ground) => [name, ground] as const)),
    ["accent-text", "accent"] as const,
    ["accent-text", "accent-strong"] as const,
    ...["text", "text-2", "accent", "accent-strong"].map((name) => [name, "accent-soft"] as const),
    ...["danger", "warning", "success"].flatMap((name) => [
      [name, `${name}-soft`] as const,
      ["text", `${name}-soft`] as const,
    ]),
  ];
  it.each(pairs)("keeps 4.5:1 for %s on %s", (name, ground) => {
    expect(contrast(colour(colours, name), colour(colours, ground))).toBeGreaterThanOrEqual(4.5);
  });

  const data = [1, 2, 3, 4, 5, 6, 7, 8].map((index) => `data-${index}`);
  const ramp = [0, 1, 2, 3, 4].map((index) => `ramp-${index}`);
  const marks = [...data, ...ramp, "muted", "line-strong", "diverging-low", "diverging-high"];
  it.each(marks)("keeps 3:1 for the mark %s on a card", (name) => {
    expect(contrast(colour(colours, name), colour(colours, "surface"))).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.entries(VISIONS))("keeps the eight categories apart for %s", (_name, matrix) => {
    for (const [index, one] of data.entries())
      for (const other of data.slice(index + 1)) {
        const apart = distance(seen(colour(colours, one), matrix), seen(colour(colours, other), matrix));
        expect(apart, `${one} and ${other}`).toBeGreaterThan(0.08);
      }
  });

  it("keeps the eight categories apart in greyscale", () => {
    const greys = data.map((name) => Math.cbrt(lightness(colour(colours, name)))).sort((a, b) => a - b);
    for (const [index, grey] of greys.slice(1).entries()) expect(grey - (greys[index] ?? 0)).toBeGreaterThan(0.015);
  });

  it("orders the ramp by lightness, away from the ground", () => {
    const steps = ramp.map((name) => contrast(colour(colours, name), colour(colours, "surface")));
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  });
});

it("says the same for the system's dark and the person's dark", () => {
  const system = /@media \(prefers-color-scheme: dark\) \{\s*:root:not\(\[data-theme="light"\]\) \{(.*?)\}\s*\}/su.exec(
    css,
  )?.[1];
  const person = /:root\[data-theme="dark"\] \{(.*?)\}/su.exec(css)?.[1];
  const lines = (block: string | undefined) =>
    (block ?? "")
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
  expect(lines(system).length).toBeGreaterThan(30);
  expect(lines(system)).toEqual(lines(person));
});
