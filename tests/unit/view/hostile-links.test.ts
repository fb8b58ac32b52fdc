import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { LinkSpecs } from "../../../src/view/link-specs";
import { NAUGHTY } from "../../fixtures/naughty-strings";
import { fromHash } from "../../../src/view/from-hash";
import { hostileLink, siteSpecs } from "./hostile-links";
import { fault } from "./judged-link";

/** Links that were once read wrongly, or that are the worst of their kind. */
const SAVED = [
  "#v=1&__proto__.polluted=1",
  "#v=1&engagement.__proto__=1&engagement.constructor=1&engagement.toString=1",
  "#v=1&role=__proto__:customer&role=constructor:none",
  "#v=1&maker=__proto__&handset=constructor&location=toString",
  "#v=1&engagement.k=4&engagement.k=5&engagement%2Ek=6",
  "#v=1&off=__proto__,types,types,%E0",
  "#v=1&cut=__proto__,constructor&held=__proto__,maker,app",
  "#v=1&file=sample:constructor:2:1:0123456789abcdef:2x2",
  "#v=1&from=%2B275760-09-13T00:00Z&to=0000-01-01T00:00Z",
  `#v=1&${"maker=a&".repeat(8000)}`,
  `#v=1&${"x=1&".repeat(16_000)}`,
  `#v=1&role=${"a:".repeat(30_000)}`,
  `#v=1&engagement.features=${",".repeat(60_000)}`,
  `#v=1&off=${"a,".repeat(30_000)}`,
  `#v=1&cut=${"a,".repeat(30_000)}`,
  `#v=1&outliers=${"winsorise:".repeat(6_000)}`,
  `#v=1&${"%".repeat(60_000)}=1`,
  `#v=1&maker=${"%E0".repeat(20_000)}`,
  `#v=1&maker=${"a".repeat(1_000_000)}`,
  `#${"[".repeat(60_000)}=`,
];

describe("a hostile link", () => {
  let specs: LinkSpecs;
  beforeAll(async () => {
    specs = await siteSpecs();
  });

  it.each(SAVED.map((link) => [link.slice(0, 60), link] as const))("%s does no harm", (_, link) => {
    expect(fault(link, specs)).toBeNull();
  });

  it("does no harm with any naughty string at any place", () => {
    for (const text of NAUGHTY)
      for (const made of [text, encodeURIComponent(text)])
        for (const link of [
          `#v=1&${made}`,
          `#v=1&${made}=1`,
          `#v=1&engagement.k=${made}`,
          `#v=1&maker=${made}`,
          `#v=1&role=${made}:customer`,
        ])
          expect(fault(link, specs), link).toBeNull();
  });

  it("does no harm: 1,500 made at random", () => {
    fc.assert(
      fc.property(hostileLink, (link) => {
        expect(fault(link, specs)).toBeNull();
      }),
      { numRuns: 1500 },
    );
  });

  it("is told of part by part, the first dozen in full and the rest by name", () => {
    const unknown = Array.from({ length: 40 }, (_, index) => `odd${index}=1`);
    const said = fromHash(`#v=1&${unknown.join("&")}`, specs).problems.join(" ");
    for (const part of unknown) expect(said).toContain(part.split("=")[0]);
  });
});
