import { describe, expect, it } from "vitest";
import { firstPage } from "../../../src/view/first-page";

const PAGES = [{ id: "overview" }, { id: "journeys" }];

describe("firstPage", () => {
  it.each([
    [null, PAGES, "data"],
    ["sample:telecom:150001:1", PAGES, "overview"],
    ["sample:shop:120000:1", PAGES, "journeys"],
    ["sample:shop:120000:1", [{ id: "overview" }], "overview"],
    ["sample:bank:120000:1", PAGES, "data"],
  ])("of %s leads on", (sample, pages, page) => {
    expect(firstPage(sample, pages)).toBe(page);
  });
});
