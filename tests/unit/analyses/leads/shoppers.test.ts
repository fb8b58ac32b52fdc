import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { cells, leadsOf, openedLeads } from "./opened-leads";

const SHOPPERS = resolve(
  import.meta.dirname,
  "../../../../../shared/data/shoppers-intention/online_shoppers_intention.csv",
);

describe("leads of shoppers' intention", () => {
  it.skipIf(!existsSync(SHOPPERS))(
    "guesses Revenue and tells it with an AUC of at least 0.92 (skipped where ../shared/data is absent)",
    async () => {
      const page = await leadsOf(await openedLeads(SHOPPERS));
      const [auc, one] = cells(page, "leads-comparison", "AUC").map(Number);
      expect(auc).toBeGreaterThan(0.92);
      expect(one).toBeLessThan(auc ?? 0);
      expect(page.answer).toMatch(/^Contact the best 200 of 12,\d{3} \w+: expect 1\d\d with Revenue = true/u);
      expect(cells(page, "leads-drivers", "Feature")[0]).toBe("PageValues");
      expect(page.figures.filter(({ id }) => id.startsWith("leads-dependence-"))).toHaveLength(4);
    },
    240_000,
  );
});
