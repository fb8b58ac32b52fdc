import { expect, it } from "vitest";
import { affectedWords } from "../../../../src/components/data-page/affected-words";

it("counts what a step touched in its own noun", () => {
  expect(affectedWords({ affected: 1066, of: "rows" })).toBe("1,066 rows");
  expect(affectedWords({ affected: 1, of: "columns" })).toBe("1 column");
  expect(affectedWords({ affected: 0, of: "values" })).toBe("nothing to change");
});
