import { expect, it } from "vitest";
import { ariaSort, nextOrder } from "../../../../src/components/data-page/sort-order";

it("sorts up, then down, then not at all", () => {
  const up = nextOrder(null, "a");
  const down = nextOrder(up, "a");
  expect([ariaSort(up, "a"), ariaSort(down, "a"), ariaSort(up, "b")]).toEqual(["ascending", "descending", "none"]);
  expect(nextOrder(down, "a")).toBeNull();
  expect(nextOrder(down, "b")).toEqual({ column: "b", descending: false });
});
