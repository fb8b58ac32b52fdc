import { describe, expect, it } from "vitest";
import { CATALOGUE } from "../../../src/analyses/catalogue";
import type { Dataset } from "../../../src/data/dataset";
import { wantedRuns } from "../../../src/session/wanted-runs";
import { FIRST_VIEW, type View } from "../../../src/view/view";

const analyses = await Promise.all(CATALOGUE.map(async (entry) => ({ entry, analysis: await entry.load() })));
const dataset = { version: "1" } as Dataset;

/** The key of every analysis under a view. */
const keysOf = (view: View): ReadonlyMap<string, string> =>
  new Map(wantedRuns(analyses, { dataset, base: dataset }, view).map(({ id, key }) => [id, key]));

describe("wanted runs", () => {
  it("repeat after another treatment what it plays a part in, and nothing else", () => {
    const [before, after] = [
      FIRST_VIEW,
      { ...FIRST_VIEW, treatment: { ...FIRST_VIEW.treatment, missing: "zero" as const } },
    ].map(keysOf);
    const same = [...(before ?? [])].filter(([id, key]) => after?.get(id) === key).map(([id]) => id);
    expect(same).toEqual(["journeys", "shoppers", "leads"]);
  });
});
