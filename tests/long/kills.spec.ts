import { endWorkers, KINDS, recordWorkers } from "../e2e/mortal-workers";
import { expect, test } from "../e2e/watched-test";
import { booted, choose, drop, numbersOf, PAGES, setGroups, visit, XDR } from "../e2e/workbench";

const KILLS = 50;

/** Always the same moments: a failure can be looked at again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

test("threads end at 50 random moments of a whole visit: the view is kept, and its numbers come back", async ({
  page,
}) => {
  test.setTimeout(50 * 60_000);
  const random = seeded(20_261_120);
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  await recordWorkers(page);
  await page.goto("/");
  await booted(page);
  await choose(page, XDR);

  /** What each page says with three groups and with four, from a visit without a kill. */
  const calm = new Map<string, unknown>();
  for (const k of [3, 4]) {
    await visit(page, "Engagement");
    await setGroups(page, k);
    for (const { title } of PAGES) {
      await visit(page, title);
      calm.set(`${title} ${k}`, await numbersOf(page));
    }
  }

  let k = 4;
  for (let kill = 1; kill <= KILLS; kill++) {
    const [kind, moment, deed] = [
      oneOf(KINDS),
      Math.round(random() * 1500),
      oneOf(["open", "groups", "look"] as const),
    ];
    await test.step(`${kill}: the ${kind} ends ${moment} ms into “${deed}”`, async () => {
      const { title } = oneOf(PAGES);
      const begun = (async () => {
        if (deed === "open") await drop(page, XDR);
        if (deed === "groups") {
          k = k === 3 ? 4 : 3;
          await visit(page, "Engagement");
          await setGroups(page, k);
        }
      })();
      await page.waitForTimeout(moment);
      await endWorkers(page, kind);
      await begun;
      await visit(page, title);
      expect(await numbersOf(page)).toEqual(calm.get(`${title} ${k}`));
      await expect(page.getByText("bringing your view back")).toHaveCount(0);
      await expect(page.getByRole("alert")).toHaveCount(0);
      expect(new URL(page.url()).hash.includes("engagement.k=4")).toBe(k === 4);
    });
  }
});
