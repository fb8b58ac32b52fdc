import { describe, expect, it } from "vitest";
import { sameRecipe } from "../../../src/view/same-recipe";
import { valuesOf } from "../../../src/view/values-of";
import {
  goTo,
  onFile,
  reset,
  setFilters,
  setRole,
  setSetting,
  setStep,
  setTreatment,
} from "../../../src/view/view-changes";
import { FIRST_VIEW, NO_FILTERS, type View } from "../../../src/view/view";
import { SPECS } from "./arbitrary-view";

const spec = SPECS.pages[0].settings;

describe("setSetting and valuesOf", () => {
  it("keep what differs from the default, and only that", () => {
    const four = setSetting(FIRST_VIEW, "engagement", "k", spec.k, 4);
    expect(valuesOf(spec, four, "engagement")).toEqual({
      k: 4,
      share: 0.5,
      by: "mean",
      features: ["sessions"],
      signed: false,
      order: [],
      rule: "",
    });
    expect(valuesOf(spec, four, "experience").k).toBe(3);
    expect(setSetting(four, "engagement", "k", spec.k, 3)).toEqual(FIRST_VIEW);
  });

  it("change nothing for a value out of bounds", () => {
    expect(setSetting(FIRST_VIEW, "engagement", "k", spec.k, 99)).toBe(FIRST_VIEW);
    expect(setSetting(FIRST_VIEW, "engagement", "k", spec.k, Number.NaN)).toBe(FIRST_VIEW);
    expect(setSetting(FIRST_VIEW, "engagement", "features", spec.features, ["nonsense"])).toBe(FIRST_VIEW);
  });

  it("leave the view they were given alone", () => {
    const four = setSetting(FIRST_VIEW, "engagement", "k", spec.k, 4);
    setSetting(four, "engagement", "k", spec.k, 5);
    expect(four.settings.get("engagement")?.get("k")).toBe(4);
    expect(FIRST_VIEW.settings.size).toBe(0);
  });
});

describe("the other changes", () => {
  it("replace a column's role and give it back to the guess", () => {
    const imsi = setRole(setRole(FIRST_VIEW, "IMSI", "customer"), "IMSI", "none");
    expect(imsi.roles).toEqual([["IMSI", "none"]]);
    expect(setRole(imsi, "IMSI", null)).toEqual(FIRST_VIEW);
  });

  it("switch a step off once and on again", () => {
    const off = setStep(setStep(FIRST_VIEW, "units", false), "units", false);
    expect(off.stepsOff).toEqual(["units"]);
    expect(setStep(off, "units", true)).toEqual(FIRST_VIEW);
  });

  it("refuse impossible percentiles and a time range that ends before it starts", () => {
    const wrong = { ...FIRST_VIEW.treatment, outliers: { method: "winsorise", low: 50, high: 50 } } as const;
    expect(setTreatment(FIRST_VIEW, wrong)).toBe(FIRST_VIEW);
    const filtered = setFilters(FIRST_VIEW, { ...NO_FILTERS, makers: ["Apple", "Apple"], from: 10, to: 5 });
    expect(filtered.filters).toEqual({ ...NO_FILTERS, makers: ["Apple"] });
    const segments = setFilters(FIRST_VIEW, { ...NO_FILTERS, segments: [3, -1, 0, 3, 0.5, 1e9, Number.NaN] });
    expect(segments.filters).toEqual({ ...NO_FILTERS, segments: [0, 3] });
  });

  it("go back to the first view on the same page and file", () => {
    const file = { hash: "0123456789abcdef", rows: 1, columns: 2, sample: null };
    const view = onFile(goTo(setStep(FIRST_VIEW, "units", false), "engagement"), file);
    expect(reset(view)).toEqual({ ...FIRST_VIEW, page: "engagement", fingerprint: file });
  });
});

describe("sameRecipe", () => {
  const made: View = setStep(
    setStep(setSetting(FIRST_VIEW, "engagement", "k", spec.k, 4), "units", false),
    "types",
    false,
  );

  it("ignores page, file and the order of choices", () => {
    const other = goTo({ ...made, stepsOff: [...made.stepsOff].reverse() }, "experience");
    expect(sameRecipe(made, other)).toBe(true);
  });

  it.each([
    ["a setting", setSetting(made, "engagement", "k", spec.k, 5)],
    ["a list setting", setSetting(made, "engagement", "features", spec.features, ["duration_s"])],
    ["a step", setStep(made, "types", true)],
    ["a role", setRole(made, "IMSI", "customer")],
    ["a filter", setFilters(made, { ...NO_FILTERS, apps: ["Gaming"] })],
    ["the treatment", setTreatment(made, { ...made.treatment, scaling: "robust" })],
  ])("sees a change of %s", (_, other) => {
    expect(sameRecipe(made, other)).toBe(false);
  });
});
