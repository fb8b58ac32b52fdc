import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromHash } from "../../../src/view/from-hash";
import type { LinkSpecs } from "../../../src/view/link-specs";
import { LONGEST_HASH, toHash as write, type WrittenHash } from "../../../src/view/to-hash";
import { FIRST_VIEW, NO_FILTERS, type View } from "../../../src/view/view";
import { anyView, SPECS } from "./arbitrary-view";

const whole = { values: true, longest: LONGEST_HASH };
const written = (view: View, values: boolean): WrittenHash => write(view, SPECS, { ...whole, values });
const toHash = (view: View, specs: LinkSpecs): string => write(view, specs, whole).hash;

describe("toHash", () => {
  it("leaves out everything that is a default", () => {
    expect(toHash(FIRST_VIEW, SPECS)).toBe("#v=1");
  });

  it("can be read by a person", () => {
    const view: View = {
      page: "engagement",
      fingerprint: { hash: "0123456789abcdef", rows: 150001, columns: 55, sample: "sample:telecom:150001:1" },
      roles: [["MSISDN/Number", "customer"]],
      stepsOff: ["units", "duplicates"],
      treatment: { missing: "median", outliers: { method: "winsorise", low: 2, high: 97.5 }, scaling: "robust" },
      filters: {
        ...NO_FILTERS,
        makers: ["Apple", "Sony & Co"],
        from: Date.UTC(2019, 3, 24),
        to: Date.UTC(2019, 3, 25, 1, 2, 3),
      },
      settings: new Map([
        [
          "engagement",
          new Map<string, number | string[]>([
            ["k", 4],
            ["features", ["duration_s", "traffic, all"]],
          ]),
        ],
      ]),
    };
    expect(toHash(view, SPECS).split("&")).toEqual([
      "#v=1",
      "engagement.k=4",
      "engagement.features=duration_s,traffic%2C+all",
      "missing=median",
      "outliers=winsorise:2:97.5",
      "scale=robust",
      "from=2019-04-24T00:00Z",
      "to=2019-04-25T01:02:03Z",
      "role=MSISDN/Number:customer",
      "off=duplicates,units",
      "maker=Apple",
      "maker=Sony+%26+Co",
      "file=sample:telecom:150001:1:0123456789abcdef:150001x55",
    ]);
  });

  it("comes back as the same view, whatever the view", () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const hash = toHash(view, SPECS);
        expect(hash).toMatch(/^#[\x21-\x7E]*$/);
        expect(fromHash(hash, SPECS, view.page)).toEqual({ view, problems: [] });
      }),
      { numRuns: 1000 },
    );
  });

  it("leaves out the longest lists whole when a link would be too long, and says so to the reader", () => {
    const handsets = Array.from({ length: 400 }, (_, i) => `Handset ${"x".repeat(20)} ${i}`);
    const view = { ...FIRST_VIEW, filters: { ...NO_FILTERS, handsets, makers: ["Apple"] } };
    const hash = toHash(view, SPECS);
    expect(hash.length).toBeLessThanOrEqual(LONGEST_HASH);
    const read = fromHash(hash, SPECS);
    expect(read.view.filters).toEqual({ ...NO_FILTERS, makers: ["Apple"] });
    expect(read.problems).toEqual(["The filter on handsets did not fit into the link, so this view is without."]);
  });

  it("holds no value of the file unless asked, says so, and is short whatever the view", () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const { makers, handsets, locations } = view.filters;
        const { hash, held, length } = written(view, false);
        expect(hash).not.toMatch(/[#&](maker|handset|location)=/u);
        expect(hash.length).toBeLessThanOrEqual(LONGEST_HASH);
        expect(length).toBeGreaterThanOrEqual(hash.length);
        const wanted = [...(makers.length ? ["maker"] : []), ...(handsets.length ? ["handset"] : [])];
        expect(held).toEqual([...wanted, ...(locations.length ? ["location"] : [])]);
        const read = fromHash(hash, SPECS, view.page);
        expect(read.view).toEqual({ ...view, filters: { ...view.filters, makers: [], handsets: [], locations: [] } });
        expect(read.problems).toHaveLength(held.length);
        for (const problem of read.problems)
          expect(problem).toMatch(/is without its .* the values come from the data/u);
      }),
      { numRuns: 500 },
    );
  });

  it("says how long all of it would have been", () => {
    const handsets = Array.from({ length: 900 }, (_, i) => `Handset ${i}`);
    const view = { ...FIRST_VIEW, filters: { ...NO_FILTERS, handsets } };
    expect(written(view, true)).toMatchObject({ cut: ["handset"], held: [] });
    expect(written(view, true).length).toBe(write(view, SPECS, { values: true, longest: Infinity }).hash.length);
    expect(written(view, false)).toMatchObject({ hash: "#v=1&held=handset", cut: [], held: ["handset"] });
  });

  it("writes nothing that it could not read back", () => {
    const view: View = {
      ...FIRST_VIEW,
      fingerprint: { hash: "not hex", rows: 1, columns: 1, sample: null },
      treatment: { ...FIRST_VIEW.treatment, outliers: { method: "winsorise", low: 99, high: 1 } },
      filters: { ...NO_FILTERS, from: Number.NaN, to: 1e18 },
      settings: new Map([
        ["engagement", new Map([["k", 99]])],
        ["nowhere", new Map([["k", 2]])],
      ]),
    };
    expect(toHash(view, SPECS)).toBe("#v=1");
  });

  it("holds settings made of cells back unless they are ticked, and says which", () => {
    const text = { kind: "text", help: "", default: "", longest: 99, accepts: () => true } as const;
    const settings = {
      funnel: { ...text, label: "Funnel", cells: true },
      by: { ...text, label: "Compare by" },
    } as const;
    const specs: LinkSpecs = { ...SPECS, pages: [{ id: "journeys", settings }] };
    const chosen = new Map([
      ["funnel", "view>buy"],
      ["by", "platform"],
    ]);
    const view: View = { ...FIRST_VIEW, page: "journeys", settings: new Map([["journeys", chosen]]) };
    const bare = write(view, specs, { ...whole, values: false });
    expect(bare).toMatchObject({ hash: "#v=1&journeys.by=platform&held=journeys.funnel", held: ["journeys.funnel"] });
    const read = fromHash(bare.hash, specs, "journeys");
    expect(read.problems).toEqual([
      "The link is without its setting “Funnel” of journeys, because the values come from the data: choose them again.",
    ]);
    expect(fromHash(toHash(view, specs), specs, "journeys")).toEqual({ view, problems: [] });
    expect(fromHash("#v=1&held=journeys.by", specs, "journeys").problems).toHaveLength(1);
    expect(write(view, specs, { values: true, longest: 30 })).toMatchObject({ cut: ["journeys.funnel"] });
  });
});
