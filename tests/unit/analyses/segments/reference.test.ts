import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cells, labOf, openedLab } from "./opened-lab";

const DATA = "../shared/data";
const REFERENCE = "../shared/reference";
const there = existsSync(`${DATA}/social-media/train.csv`);

interface Social {
  readonly kmeans: Readonly<Record<string, Partition>>;
  readonly [method: string]: unknown;
}

interface Partition {
  readonly inertia: number;
  readonly sizes: readonly number[];
  readonly silhouette: number;
  readonly calinski_harabasz: number;
  readonly davies_bouldin: number;
}

describe.skipIf(!there)("the lab on real files, against scikit-learn (skipped without ../shared)", () => {
  it(
    "groups the social-media users as scikit-learn does, from the dropped file to the cards",
    { timeout: 120_000 },
    async () => {
      const expected = JSON.parse(readFileSync(`${REFERENCE}/social_media_clustering.json`, "utf8")) as Social;
      const session = await openedLab(`${DATA}/social-media/train.csv`);
      session.setTreatment({ missing: "mean", outliers: { method: "keep" }, scaling: "zscore" });
      for (const k of [2, 3, 4, 5]) {
        const page = await labOf(session, { k });
        const reference = expected.kmeans[String(k)] as Partition;
        expect([...cells(page, "segments-sizes", "Size")]).toEqual(reference.sizes);
        const told = page.figures.find(({ id }) => id === "segments-silhouette")?.explain.parameters ?? {};
        expect(told["inertia"]).toBeCloseTo(reference.inertia, 3);
        expect(told["silhouette"]).toBeCloseTo(reference.silhouette, 6);
        expect(Number(told["Calinski-Harabasz"]) / reference.calinski_harabasz).toBeCloseTo(1, 6);
        expect(told["Davies-Bouldin"]).toBeCloseTo(reference.davies_bouldin, 6);
      }
    },
  );

  it("finds the named segments of recency, frequency and money of the reference", { timeout: 120_000 }, async () => {
    const session = await openedLab(`${REFERENCE}/rfm_customers.csv`);
    const page = await labOf(session, { algorithm: "rfm" });
    const names = [...cells(page, "segments-sizes", "Segment")];
    const sizes = [...cells(page, "segments-sizes", "Size")];
    const { segments } = JSON.parse(readFileSync(`${REFERENCE}/rfm.json`, "utf8")) as {
      segments: readonly (readonly [string, number, number, number])[];
    };
    expect(Object.fromEntries(names.map((name, at) => [name, sizes[at]]))).toEqual(
      Object.fromEntries(segments.map(([name, customers]) => [name, customers])),
    );
  });
});
