import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromHash } from "../../../src/view/from-hash";
import { FIRST_VIEW } from "../../../src/view/view";
import { SPECS } from "./arbitrary-view";

const problems = (hash: string): readonly string[] => fromHash(hash, SPECS).problems;

describe("fromHash", () => {
  it.each(["", "#", "#main", "main", "#v=1", "#&v=1&"])("takes %j for the first view", (hash) => {
    expect(fromHash(hash, SPECS, "data")).toEqual({ view: FIRST_VIEW, problems: [] });
  });

  it.each([
    ["engagement.k=99", "The link's engagement.k = 99 is outside 1 to 10, so the default 3 is used."],
    ["engagement.k=0", "The link's engagement.k = 0 is outside 1 to 10, so the default 3 is used."],
    ["engagement.k=3.5", "The link's engagement.k = 3.5 is not a whole number, so the default 3 is used."],
    ["engagement.k=0x5", "The link's engagement.k = 0x5 is not a number, so the default 3 is used."],
    [
      "engagement.share=Infinity",
      "The link's engagement.share = Infinity is not a number, so the default 0.5 is used.",
    ],
    ["engagement.share=1e999", "The link's engagement.share = 1e999 is not a number, so the default 0.5 is used."],
    ["engagement.by=sum", "The link's engagement.by = sum is not one of mean, a&b=c, so the default mean is used."],
    ["engagement.signed=1", "The link's engagement.signed = 1 is neither on nor off, so the default off is used."],
    [
      "engagement.features=",
      "The link's engagement.features = “” names fewer than 1, so the default sessions is used.",
    ],
    ["engagement.colour=red", "The link's setting “engagement.colour” is not known here, so it is ignored."],
    ["engagement.__proto__=1", "The link's setting “engagement.__proto__” is not known here, so it is ignored."],
    ["engagement.constructor=1", "The link's setting “engagement.constructor” is not known here, so it is ignored."],
    ["__proto__.k=1", "The link's setting “__proto__.k” is not known here, so it is ignored."],
    ["__proto__=1", "The link's setting “__proto__” is not known here, so it is ignored."],
    [
      "scale=l2",
      "The link's scale = l2 is not one of zscore, minmax, robust, log-zscore, none, so the default zscore is used.",
    ],
    [
      "outliers=winsorise:99:1",
      "The link's outliers = winsorise:99:1 needs two percentiles from 0 to 100, the lower one first, so the default winsorise:1:99 is used.",
    ],
    [
      "from=2019-02-31T00:00Z",
      "The link's from = 2019-02-31T00:00Z is not a time such as 2019-04-24T00:00Z, so it is ignored.",
    ],
    ["from=2019-04-25T00:00Z&to=2019-04-24T00:00Z", "The link's time range ends before it starts, so it is not used."],
    ["off=totals", "The link switches off the step totals, which is not known here, so it is ignored."],
    ["role=IMSI:king", "The link's meaning of column “IMSI”, “king”, is not known here, so it is ignored."],
    ["role=IMSI", "The link's column meaning IMSI is damaged, so it is ignored."],
    ["role=IMSI:customer&role=IMSI:none", "The link gives column “IMSI” two meanings; the first is used."],
    ["missing=median&missing=mean", "The link says “missing” twice; the first is used."],
    ["maker=%E0%A4", "The link's maker “%E0%A4” is damaged, so it is ignored."],
    ["held=app", "The link's held = “app” is not known here, so it is ignored."],
    ["segment=-1", "The link's segment -1 is not the number of a segment, so it is ignored."],
    ["segment=1e2", "The link's segment 1e2 is not the number of a segment, so it is ignored."],
    ["segment=1000", "The link's segment 1000 is outside 0 to 999, so it is ignored."],
    ["maker=", "The link's maker “” is empty, so it is ignored."],
    ["file=../etc/passwd:1x1", "The link's file = “../etc/passwd:1x1” does not name a file, so it is ignored."],
    [
      "file=sample:telecom:99999999:1:0123456789abcdef:99999999x55",
      "The link's file = “sample:telecom:99999999:1:0123456789abcd…” names a sample that cannot be made, so it is ignored.",
    ],
    [
      "file=sample:bank:150001:1:0123456789abcdef:150001x55",
      "The link's file = “sample:bank:150001:1:0123456789abcdef:15…” names a sample that cannot be made, so it is ignored.",
    ],
    ["v=2&engagement.k=4", "The link's version 2 is not known here, so it is ignored."],
  ])("says what is wrong with %s", (part, sentence) => {
    const hash = part.startsWith("v=") ? `#${part}` : `#v=1&${part}`;
    expect(problems(hash)).toEqual([sentence]);
  });

  it("ignores only what is wrong", () => {
    const { view } = fromHash("#v=1&engagement.k=99&engagement.signed=on&satisfaction.k=5&maker=Apple&junk", SPECS);
    expect(view.settings.get("engagement")).toEqual(new Map([["signed", true]]));
    expect(view.settings.get("satisfaction")).toEqual(new Map([["k", 5]]));
    expect(view.filters.makers).toEqual(["Apple"]);
  });

  it("does not keep a setting that a link gives at its default", () => {
    expect(fromHash("#v=1&engagement.k=3&engagement.share=0.50", SPECS).view).toEqual(FIRST_VIEW);
  });

  it("tells of a dozen problems in full and names the rest", () => {
    const said = problems(`#v=1&${Array.from({ length: 15 }, (_, i) => `x${i}=1`).join("&")}`);
    expect(said).toHaveLength(13);
    expect(said.at(-1)).toBe("Also ignored: x12, x13, x14.");
    const many = problems(`#v=1&${Array.from({ length: 100 }, (_, i) => `x${i}=1`).join("&")}`);
    expect(many.at(-1)).toMatch(/ x71 and 28 more\.$/u);
  });

  it("does not read a link that is far too long", () => {
    expect(problems(`#v=1&maker=${"x".repeat(70_000)}`)).toEqual([
      "The link is too long to be one of ours, so it is ignored.",
    ]);
  });

  it("survives 10,000 hostile links without throwing or touching a prototype", () => {
    const before = Object.getOwnPropertyNames(Object.prototype).length;
    const piece = fc.constantFrom(
      "v=1",
      "&",
      "=",
      "#",
      "%",
      "%E0",
      "+",
      ":",
      ",",
      ".",
      "role=",
      "engagement.",
      "k",
      "features=",
      "__proto__",
      "constructor",
      "toString",
      "file=",
      "sample:telecom:",
      "from=",
      "2019-04-24T00:00Z",
      "outliers=winsorise:",
      "99",
      "-1",
      "NaN",
      "cut=role",
      "\uD800",
      "\0",
      "off=",
    );
    const hostile = fc.oneof(
      fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join("")),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(hostile, (hash) => {
        const { view, problems: said } = fromHash(`#v=1&${hash}`, SPECS);
        expect(Array.isArray(said)).toBe(true);
        const k = view.settings.get("engagement")?.get("k");
        expect(k === undefined || (typeof k === "number" && k >= 1 && k <= 10)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
    expect(Object.getOwnPropertyNames(Object.prototype).length).toBe(before);
  });
});
