import fc from "fast-check";
import type { LinkSpecs } from "../../../src/view/link-specs";
import type { AnyValue, Setting, Settings } from "../../../src/view/settings";
import { DEFAULT_TREATMENT, LAST_SEGMENT, type Filters, type Fingerprint, type View } from "../../../src/view/view";
import { sameValue } from "../../../src/view/setting-value";

const engagement = {
  k: { kind: "integer", label: "Clusters", help: "", default: 3, min: 1, max: 10 },
  share: { kind: "number", label: "Share", help: "", default: 0.5, min: -2, max: 1e6, step: 0.1 },
  by: {
    kind: "choice",
    label: "By",
    help: "",
    default: "mean",
    options: [
      { value: "mean", label: "Mean" },
      { value: "a&b=c", label: "Odd" },
    ],
  },
  features: {
    kind: "choices",
    label: "Features",
    help: "",
    default: ["sessions"],
    min: 1,
    options: ["sessions", "duration_s", "traffic, all", "ünï+code"].map((value) => ({ value, label: value })),
  },
  signed: { kind: "toggle", label: "Signed", help: "", default: false },
  order: {
    kind: "items",
    label: "Order",
    help: "",
    default: [],
    most: 5,
    accepts: (item) => item !== "" && item.length <= 12,
  },
  rule: { kind: "text", label: "Rule", help: "", default: "", longest: 12, accepts: (rule) => !rule.includes("?") },
} satisfies Settings;

const satisfaction = {
  k: { kind: "integer", label: "Clusters", help: "", default: 2, min: 2, max: 10 },
  also: { kind: "choices", label: "Also", help: "", default: ["x"], min: 0, options: [{ value: "x", label: "x" }] },
} satisfies Settings;

/** Two pages with a setting of every kind, awkward option values among them. */
export const SPECS: LinkSpecs & {
  pages: readonly [{ id: string; settings: typeof engagement }, { id: string; settings: Settings }];
} = {
  pages: [
    { id: "engagement", settings: engagement },
    { id: "satisfaction", settings: satisfaction },
  ],
  steps: ["null-markers", "types", "duplicates", "units"],
  isRole: (role) => ["none", "customer", "start"].includes(role) || /^app(-dl|-ul)?:./s.test(role),
};

/** Any text that a file in UTF-8 can hold: no lone surrogates. */
const text = fc.string({ unit: "binary", minLength: 1, maxLength: 12 });

function valueFor(setting: Setting): fc.Arbitrary<AnyValue> {
  switch (setting.kind) {
    case "integer":
      return fc.integer({ min: setting.min, max: setting.max });
    case "number":
      return fc.double({ min: setting.min, max: setting.max, noNaN: true }).map((value) => value + 0);
    case "choice":
      return fc.constantFrom(...setting.options.map((option) => option.value));
    case "choices":
      return fc.shuffledSubarray(
        setting.options.map((option) => option.value),
        { minLength: setting.min },
      );
    case "toggle":
      return fc.boolean();
    case "items":
      return fc.uniqueArray(
        text.filter((item) => setting.accepts(item)),
        { maxLength: setting.most },
      );
    case "text":
      return fc
        .string({ unit: "binary", maxLength: setting.longest })
        .filter((value) => value.length <= setting.longest && setting.accepts(value));
  }
}

function settingsOf(spec: Settings): fc.Arbitrary<Map<string, AnyValue>> {
  const fields = Object.entries(spec).map(([name, setting]) =>
    fc
      .option(valueFor(setting))
      .map((value): [string, AnyValue][] =>
        value === null || sameValue(value, setting.default) ? [] : [[name, value]],
      ),
  );
  return fc.tuple(...fields).map((entries) => new Map(entries.flat()));
}

const texts = fc.uniqueArray(text, { maxLength: 4 });
const time = fc.option(fc.integer({ min: Date.UTC(1000, 0, 1), max: Date.UTC(9999, 11, 31) }));

/** Segments as a link lists them: in order, each once. */
const numbered = fc
  .uniqueArray(fc.nat(LAST_SEGMENT), { maxLength: 4 })
  .map((numbers) => numbers.toSorted((a, b) => a - b));

const filters: fc.Arbitrary<Filters> = fc
  .record({ makers: texts, handsets: texts, locations: texts, apps: texts, from: time, to: time, segments: numbered })
  .filter(({ from, to }) => from === null || to === null || from < to);

const fingerprint: fc.Arbitrary<Fingerprint> = fc.record({
  hash: fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 16, maxLength: 16 }),
  rows: fc.nat(1e9),
  columns: fc.nat(20_000),
  sample: fc.option(
    fc
      .tuple(fc.constantFrom("telecom", "shop"), fc.integer({ min: 2, max: 1e7 }), fc.nat(2 ** 31))
      .map(([kind, rows, seed]) => `sample:${kind}:${rows}:${seed}`),
  ),
});

const outliers = fc.oneof(
  fc.constantFrom("keep", "mean", "drop", "fence").map((method) => ({ method }) as View["treatment"]["outliers"]),
  fc.tuple(fc.integer({ min: 0, max: 49 }), fc.integer({ min: 500, max: 1000 })).map(([low, high]) => ({
    method: "winsorise" as const,
    low,
    high: high / 10,
  })),
  fc.constant(DEFAULT_TREATMENT.outliers),
);

/** Any view that a person could reach with `SPECS`. */
export const anyView: fc.Arbitrary<View> = fc.record({
  page: fc.constantFrom("data", "engagement", "satisfaction"),
  fingerprint: fc.option(fingerprint),
  roles: fc.uniqueArray(
    fc.tuple(
      text,
      fc.oneof(
        fc.constantFrom("none", "customer"),
        text.map((label) => `app-dl:${label}`),
      ),
    ),
    {
      maxLength: 4,
      selector: ([column]) => column,
    },
  ),
  stepsOff: fc.subarray([...SPECS.steps]),
  treatment: fc.record({
    missing: fc.constantFrom("mean", "median", "mode", "zero", "drop"),
    outliers,
    scaling: fc.constantFrom("zscore", "minmax", "robust", "log-zscore", "none"),
  }),
  filters,
  settings: fc
    .tuple(settingsOf(engagement), settingsOf(satisfaction))
    .map(
      ([first, second]) =>
        new Map([["engagement", first] as const, ["satisfaction", second] as const].filter(([, map]) => map.size > 0)),
    ),
});
