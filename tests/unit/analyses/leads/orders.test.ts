import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../../src/math/random";
import { cells, leadsOf, openedLeads } from "./opened-leads";

/** Customers with several orders each; the first fifty do not say yet whether they churned. */
function orders(): string {
  const random = seededRandom(8);
  const lines = ["customer_id,ordered,amount,returned,Churn"];
  for (let i = 0; i < 350; i++) {
    const unhappy = random() < 0.4;
    const churn = i < 50 ? "" : random() < (unhappy ? 0.8 : 0.1) ? "Yes" : "No";
    for (let order = 0; order < 1 + (i % 4); order++)
      lines.push(
        `c${i},2024-03-${String(1 + ((i + order) % 28)).padStart(2, "0")},${(random() * 90).toFixed(2)},${unhappy && random() < 0.8 ? "true" : "false"},${churn}`,
      );
  }
  return `${lines.join("\n")}\n`;
}

describe("leads of customers with several rows", () => {
  it("tells by customer, scores those whose outcome is not known, and warns of rows after the outcome", async () => {
    const session = await openedLeads(new File([orders()], "orders.csv"));
    const page = await leadsOf(session, { model: "logistic" });
    expect(page.answer).toContain("of 350 customers");
    expect(page.figures.find(({ id }) => id === "leads-comparison")?.subtitle).toMatch(/^300 customers tested/u);
    expect(cells(page, "leads-drivers", "Feature")[0]).toBe("Share with returned");
    const said = JSON.stringify(page.findings);
    expect(said).toContain("50 customers have no known outcome");
    expect(said).toContain("those after the outcome among them");
    expect(cells(page, "leads-top", "Churn = true in the file")).toContain("not known");
    const [head = "", ...lines] = (await (await session.exports.customers("csv")).text()).trim().split("\r\n");
    const at = head.split(",").indexOf("lead_score");
    expect(lines.map((line) => Number(line.split(",")[at])).every((score) => score > 0 && score < 1)).toBe(true);
    expect(lines).toHaveLength(350);
  });
});
