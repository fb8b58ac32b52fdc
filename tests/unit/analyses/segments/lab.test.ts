import { beforeAll, describe, expect, it } from "vitest";
import type { WorkbenchSession } from "../../../../src/session/workbench-session";
import { readModelFile } from "../../../../src/view/model-file";
import { seededRandom } from "../../../../src/math/random";
import { cells, ended, labOf, openedLab } from "./opened-lab";

/** A shop's customers of three kinds that nobody could miss: visits and spending low, middle and high, with a plan each. */
function shop(seed: number, shift = 0): string {
  const random = seededRandom(seed);
  const lines = ["customer_id,Visits,Spending (EUR),plan,joined"];
  for (let i = 0; i < 300; i++) {
    const kind = (i + (i < shift ? 1 : 0)) % 3;
    const visits = [2, 20, 60][kind] as number;
    const spending = [15, 200, 90][kind] as number;
    const plan = ["basic", "plus", "family"][random() < 0.9 ? kind : (kind + 1) % 3] ?? "";
    lines.push(
      `c${i},${Math.round(visits + random() * 5)},${(spending * (0.9 + random() / 5)).toFixed(2)},${plan},2024-0${1 + (i % 9)}-15`,
    );
  }
  return `${lines.join("\n")}\n`;
}

const fileOf = (name: string, text: string): File => new File([text], name);

describe("the lab on a table of a shop", () => {
  let session: WorkbenchSession;
  beforeAll(async () => {
    session = await openedLab(fileOf("shop.csv", shop(1)));
  });

  it("finds the three kinds, names them by what stands out and says what tells them apart", async () => {
    const page = await labOf(session, { k: 3 });
    expect([...cells(page, "segments-sizes", "Size")]).toEqual([100, 100, 100]);
    expect([...cells(page, "segments-sizes", "Segment")].map(String).toSorted()).toEqual([
      "High Spending".replace("S", "s"),
      "High visits",
      "Low spending, low visits",
    ]);
    expect(page.answer).toContain("300 customers fall into 3 segments");
    expect(page.figures.find(({ id }) => id === "segments-makeup-plan~one-hot")?.subtitle).toMatch(
      /Cramér's V 0\.8\d+, p < 0\.001/u,
    );
    expect(Math.min(...[...cells(page, "segments-rules", "Are of the segment")].map(Number))).toBe(1);
  });

  it("shows every index with its answer, and the same numbers for the same seed", async () => {
    const page = await labOf(session, { k: 3 });
    const votes = [...cells(page, "segments-votes", "Index")].map((index, at) => [
      index,
      cells(page, "segments-votes", "Prefers")[at],
    ]);
    expect(Object.fromEntries(votes)).toMatchObject({ "Inertia (knee)": 3, Silhouette: 3, "Davies-Bouldin": 3 });
    expect(page.cards.map(({ label, value }) => `${label} ${value}`)).toContain("Stability 1");
    await labOf(session, { k: 4 });
    const again = await labOf(session, { k: 3 });
    expect(again.figures.map(({ table }) => table)).toEqual(page.figures.map(({ table }) => table));
  });

  it("follows customers that are picked out, and says of one what would move it", async () => {
    const page = await labOf(session, { k: 3 });
    const picked = new Uint8Array(page.customers?.length ?? 0);
    picked[0] = 1;
    const [one, move] = page.picked(picked);
    expect(one?.title).toContain("This one is in “");
    expect([...(move?.table.values[0] ?? [])]).toHaveLength(2);
    picked.fill(1, 0, 50);
    expect(page.picked(picked)[0]?.subtitle).toContain("50 customers");
    const sizes = page.figures.find(({ id }) => id === "segments-sizes")?.follow?.(picked);
    expect([...(sizes?.table.values.at(-1) ?? [])].reduce<number>((sum, value) => sum + Number(value), 0)).toBe(50);
  });

  it.each(["mini-batch", "k-medoids", "mixture", "agglomerative", "spectral"] as const)(
    "finds them by %s too",
    async (algorithm) => {
      const page = await labOf(session, { algorithm, k: 3 });
      expect([...cells(page, "segments-sizes", "Size")]).toEqual([100, 100, 100]);
    },
  );

  it.each(["dbscan", "hdbscan", "mean-shift"] as const)(
    "finds at least the three by %s, which is told no number",
    async (algorithm) => {
      const page = await labOf(session, { algorithm });
      const sizes = [...cells(page, "segments-sizes", "Size")].map(Number);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(300);
      expect(sizes.length).toBeGreaterThanOrEqual(3);
    },
  );

  it("compares algorithms on the same rows", async () => {
    const page = await labOf(session, { algorithm: "kmeans", k: 3, compare: ["agglomerative", "dbscan"] });
    expect([...cells(page, "segments-leaderboard", "Algorithm")].toSorted()).toEqual([
      "DBSCAN",
      "Hierarchical",
      "k-means",
    ]);
    expect([...cells(page, "segments-agreement", "Adjusted Rand index")].map(Number).some((index) => index === 1)).toBe(
      true,
    );
    await labOf(session, { compare: [] });
  });

  it("takes words as features, each as wide as a number", async () => {
    const page = await labOf(session, { features: ["plan~one-hot", "Visits~w2"], k: 3 });
    expect([...cells(page, "segments-pipeline", "Change")]).toEqual(["3 levels, an axis each", "as it is"]);
    expect(page.figures.find(({ id }) => id === "segments-pipeline")?.title).toContain("2 features became 4 axes");
    await labOf(session, { features: [] });
  });

  it("lays customers out in every way", async () => {
    for (const map of ["umap", "tsne", "features", "pca"]) {
      const page = await labOf(session, { map });
      const chart = page.figures.find(({ id }) => id === "segments-map")?.chart;
      expect(chart?.pick?.by === "area" && chart.pick.x.every(Number.isFinite), map).toBe(true);
    }
  });

  it("says in a sentence what cannot be grouped", async () => {
    session.setSetting("segments", "features", ["plan"]);
    expect(await ended(session)).toMatchObject({
      state: "failed",
      message: expect.stringContaining("holds words") as string,
    });
    session.setSetting("segments", "features", ["nowhere"]);
    expect(await ended(session)).toMatchObject({ state: "failed", message: "This file has no column “nowhere”." });
    session.setSetting("segments", "features", []);
    session.setSetting("segments", "algorithm", "model");
    expect(await ended(session)).toMatchObject({ state: "failed", message: "No saved model is applied yet." });
    session.setSetting("segments", "algorithm", "kmeans");
    await labOf(session);
  });
});

describe("next month's file", () => {
  it("is put into the segments of a saved model, and shows who moved", async () => {
    const first = await openedLab(fileOf("january.csv", shop(1)));
    const page = await labOf(first, { k: 3 });
    const [model] = page.takeaways;
    const text = readModelFile(model?.content() ?? "") ?? "";
    const exported = await (await first.exports.customers("csv")).text();
    const names = [...cells(page, "segments-sizes", "Segment")].map(String);

    const second = await openedLab(fileOf("february.csv", shop(2, 30)));
    second.setSetting("segments", "model", text);
    const applied = await labOf(second, { algorithm: "model" });
    expect([...cells(applied, "segments-sizes", "Segment")]).toEqual(names);
    expect([...cells(applied, "segments-sizes", "Size")].map(Number).reduce((a, b) => a + b)).toBe(300);

    const segment = exported.split("\r\n")[0]?.split(",").indexOf("segment") ?? -1;
    const named = exported
      .trim()
      .split("\r\n")
      .slice(1)
      .map((line) => line.split(","))
      .map((fields) => `${fields[0] ?? ""},"${names[Number(fields[segment])] ?? ""}"`);
    await second.openEarlier(
      fileOf(
        "january-segments.csv",
        `customer,segment_name\n${named.slice(10).join("\n")}\ngone,"${names[0] ?? ""}"\n`,
      ),
    );
    const moved = await labOf(second);
    const figure = moved.figures.find(({ id }) => id === "segments-migration");
    expect(figure?.subtitle).toBe("290 customers in both; 10 joined, 1 left since january-segments.csv");
    const flows = [...cells(moved, "segments-migration", "Count")].map(Number);
    expect(flows.reduce((sum, n) => sum + n, 0)).toBe(301);
    // Thirty were given another kind on purpose; three of them (c0, c1 and c10) are among those who joined.
    expect(figure?.title).toContain("90.7 %");
    await expect(second.openEarlier(fileOf("odd.csv", "a,b\n1,2\n"))).rejects.toThrow("does not say which segment");
  });
});

describe("bad input", () => {
  const opened = (text: string): Promise<WorkbenchSession> => openedLab(fileOf("bad.csv", text));

  it.each([
    [
      "one row",
      "customer_id,a,b\n1,2,3\n",
      "impossible",
      "Fewer than two customers are there, so there is nothing to group. Open a file with more customers.",
    ],
    ["no number", "customer_id,word\n1,x\n2,y\n3,z\n", "failed", "No column of this table holds numbers"],
  ])("%s is a sentence", async (_name, text, state, words) => {
    const run = await ended(await opened(text));
    expect(run.state).toBe(state);
    expect(JSON.stringify(run)).toContain(words);
  });

  it("equal rows make one segment, and fewer rows than segments as many", async () => {
    const same = await labOf(
      await opened(`customer_id,a,b\n${Array.from({ length: 20 }, (_, i) => `${i},1.5,2`).join("\n")}\n`),
      {
        features: ["a", "b"],
      },
    );
    expect([...cells(same, "segments-sizes", "Size")]).toEqual([20]);
    expect(JSON.stringify(same.findings)).toContain("the same for everybody");
    const few = await labOf(await opened("customer_id,a,b\n1,1,2\n2,5,1\n3,9,9\n"), { k: 6, features: ["a", "b"] });
    expect([...cells(few, "segments-sizes", "Size")]).toEqual([1, 1, 1]);
    expect(JSON.stringify(few.findings)).toContain("Only 3 different rows exist");
  });

  it("a segment in which none has a value of a feature is not said to be near or far", async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `${i},${i < 20 ? i / 40 : 100 + i},${i < 20 ? "" : i % 6}`);
    const settings = { features: ["a", "b"], k: 2 };
    const page = await labOf(await opened(`customer_id,a,b\n${rows.join("\n")}\n`), settings);
    const chart = JSON.stringify(page.figures.find(({ id }) => id === "segments-profile")?.chart);
    expect(chart).toContain(": none here has a value of b");
    expect(chart).not.toContain("NaN");
  });

  it("ten thousand categories, NaN and infinities harm nobody", async () => {
    const rows = Array.from(
      { length: 400 },
      (_, i) => `${i},${i % 7 === 0 ? "NaN" : i % 5},${i % 50 === 0 ? "inf" : i},w${i}`,
    );
    const page = await labOf(await opened(`customer_id,a,b,word\n${rows.join("\n")}\n`), {
      features: ["a", "b", "word~one-hot"],
      k: 3,
    });
    expect([...cells(page, "segments-sizes", "Size")].map(Number).reduce((sum, size) => sum + size, 0)).toBe(400);
    expect([...cells(page, "segments-pipeline", "Missing")].slice(0, 2)).toEqual([58, 8]);
  });
});
