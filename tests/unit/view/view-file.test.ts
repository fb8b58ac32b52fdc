import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readViewFile, writeViewFile } from "../../../src/view/view-file";
import { FIRST_VIEW, NO_FILTERS } from "../../../src/view/view";
import { anyView, SPECS } from "./arbitrary-view";

describe("a view as a file", () => {
  it("comes back whole, whatever the view", () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(readViewFile(writeViewFile(view, SPECS, true), SPECS)).toEqual({ view, problems: [] });
      }),
      { numRuns: 300 },
    );
  });

  it("takes what is far too long for a link", () => {
    const handsets = Array.from({ length: 20_000 }, (_, i) => `Handset ${i}`);
    const view = { ...FIRST_VIEW, page: "engagement", filters: { ...NO_FILTERS, handsets } };
    expect(readViewFile(writeViewFile(view, SPECS, true), SPECS)).toEqual({ view, problems: [] });
    expect(writeViewFile(view, SPECS, false)).toBe("engagement#v=1&held=handset\n");
  });

  it.each(["", "a,b\n1,2\n", "#v=1", "<html>#v=1", "engagement", "engagement#k=4", "../data#v=1", "{}"])(
    "is not %j",
    (text) => expect(readViewFile(text, SPECS)).toBeNull(),
  );

  it("opens on the data page where its own page is not known", () => {
    expect(readViewFile("constructor#v=1&engagement.k=4", SPECS)?.view.page).toBe("data");
  });
});
