import { expect, it } from "vitest";
import { restWords, valuesToTick } from "../../../../src/components/shell/value-list";

const value = (text: string, rows: number | null = 1) => ({ value: text, rows });

it("lists chosen values first, also those that only a link or a search knows", () => {
  const listed = [value("Aurora", 9), value("Birch", 5)];
  expect(valuesToTick(listed, [], ["Birch", "Zephyr"], "").map((one) => one.value)).toEqual([
    "Birch",
    "Zephyr",
    "Aurora",
  ]);
  expect(valuesToTick(listed, [], ["Zephyr"], "")[0]).toEqual(value("Zephyr", null));
});

it("shows what holds the text, from the list and from beyond it, each once", () => {
  const found = [value("Aurora X", 1), value("Aurora", 9)];
  expect(valuesToTick([value("Aurora", 9), value("Birch", 5)], found, [], " aur ")).toEqual([
    value("Aurora", 9),
    value("Aurora X", 1),
  ]);
  // What an earlier text found is not shown for the one that is typed now.
  expect(valuesToTick([], found, [], "zeph")).toEqual([]);
});

it("says that a list is cut, and how the rest is reached", () => {
  expect(restWords(60, 60, "", false)).toBeNull();
  expect(restWords(2000, 1_000_000, "", false)).toBe(
    "60 of 1,000,000 values are listed, the most frequent first; the search reaches all of them.",
  );
  expect(restWords(61, 1_000_000, "a", false)).toContain("type more");
  expect(restWords(60, 1_000_000, "a", true)).toContain("type more");
  expect(restWords(3, 1_000_000, "abc", false)).toBeNull();
});
