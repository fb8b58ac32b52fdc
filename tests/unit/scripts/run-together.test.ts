import { expect, it } from "vitest";
import { runTogether } from "../../../scripts/run-together";

const after = (milliseconds: number, script: string): string =>
  `"${process.execPath}" -e "setTimeout(() => { ${script} }, ${milliseconds})"`;

it("runs commands at the same time, and prints what each says whole", async () => {
  const printed: string[] = [];
  // The first ends last: were they run one after another, it would speak first.
  const commands = [after(2000, "console.log('one'); console.error('two')"), after(0, "console.log('three')")];
  expect(await runTogether(commands, (text) => printed.push(text))).toBe(0);
  const said = printed.map((text) => text.split("\n").slice(1).join(" ").trim());
  expect(said[0]).toBe("three");
  expect(said[1]?.split(" ").sort()).toEqual(["one", "two"]);
});

it("keeps the code of the first that fails, and lets the others end", async () => {
  const printed: string[] = [];
  const commands = [
    after(0, ""),
    after(200, "process.exit(3)"),
    after(0, "process.exit(4)"),
    after(400, "console.log('late')"),
  ];
  expect(await runTogether(commands, (text) => printed.push(text))).toBe(3);
  expect(printed.join("")).toContain("late");
  expect(await runTogether(["no-such-program-at-all"], () => undefined)).not.toBe(0);
});
