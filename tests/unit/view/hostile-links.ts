import fc from "fast-check";
import { CATALOGUE } from "../../../src/analyses/catalogue";
import { STEP_IDS } from "../../../src/data/ledger";
import { isRole } from "../../../src/data/roles/is-role";
import type { LinkSpecs } from "../../../src/view/link-specs";
import { NAUGHTY } from "../../fixtures/naughty-strings";

/** What the site's own links speak of: its pages, steps and roles. */
export async function siteSpecs(): Promise<LinkSpecs> {
  const pages = await Promise.all(CATALOGUE.map(async ({ id, load }) => ({ id, settings: (await load()).settings })));
  return { pages, steps: STEP_IDS, isRole };
}

const key = fc.oneof(
  fc.constantFrom(
    ...[
      "v",
      "file",
      "missing",
      "outliers",
      "scale",
      "from",
      "to",
      "off",
      "role",
      "maker",
      "handset",
      "location",
      "app",
    ],
    ...["cut", "held", "engagement.k", "experience.k", "satisfaction.k", "overview.x", "engagement.restarts"],
    ...[
      "__proto__",
      "constructor",
      "toString",
      "engagement.__proto__",
      "__proto__.k",
      "constructor.prototype",
      ".k",
      "k.",
    ],
    ...["%5F%5Fproto%5F%5F", "engagement%2Ek", "ENGAGEMENT.K", "sql", "url", "query", "src"],
  ),
  fc.string({ maxLength: 12 }),
);

const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NAUGHTY) },
  { weight: 4, arbitrary: fc.constantFrom(...NAUGHTY).map((text) => encodeURIComponent(text.toWellFormed())) },
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.oneof(fc.integer(), fc.double(), fc.bigInt()).map(String),
  fc.constantFrom("1e999", "-1e999", "NaN", "Infinity", "0x10", "9".repeat(400), "1e-400", "-0", "٣"),
  fc.constantFrom("%", "%E0", "%E0%A4", "%80", "%C0%80", "%ED%A0%80", "%00", "%u0041", "%25%32%35", "+", "++", "%2B"),
  fc.constantFrom(
    "sample:telecom:150001:1:0123456789abcdef:150001x55",
    "sample:shop:120000:1:0123456789abcdef:120000x13",
    "sample:telecom:999999999999:1",
    "0123456789abcdef:1x1",
  ),
  fc.constantFrom(
    "winsorise:1:99",
    "winsorise:99:1",
    "winsorise:::",
    "2019-04-24T00:00Z",
    "2019-02-31T00:00Z",
    "+275760-09-13",
  ),
  fc.string({ maxLength: 40 }).map((text) => btoa(encodeURIComponent(text.toWellFormed()))),
  fc.nat(60).map((depth) => `${"[".repeat(depth)}${'{"__proto__":'.repeat(depth)}1`),
  fc.nat(200).map((depth) => `a${":b".repeat(depth)}${",c".repeat(depth)}${".d".repeat(depth)}`),
);

const part = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(key, value).map(([name, text]) => `${name}=${text}`) },
  fc.constantFrom(...NAUGHTY),
  fc.constantFrom("", "=", "==", "=a", "a", "&", "#", "#v=1", "v=1", "v=2", "v=", "v=1.0", "v=__proto__", "v=%31"),
);

const start = fc.constantFrom("#v=1&", "#", "v=1&", "##", "#v=2&", "#v=9007199254740993&", "");

/** A link that means harm or makes no sense: every known key among unknown ones, broken, doubled, deep, huge. */
export const hostileLink: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 30,
    arbitrary: fc.tuple(start, fc.array(part, { maxLength: 25 })).map(([head, parts]) => head + parts.join("&")),
  },
  { weight: 4, arbitrary: fc.string({ unit: "binary", maxLength: 400 }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(part, fc.integer({ min: 100, max: 3000 }))
      .map(([one, times]) => `#v=1&${`${one}&`.repeat(times).slice(0, 19_900)}`),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(part, fc.constantFrom(20_000, 1_000_000))
      .map(([one, size]) => `#v=1&${one}&a=${"x".repeat(size)}`),
  },
);
