import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { buildClean, type Clean } from "../../../src/data/clean/build-clean";
import { numbers, texts, type Engine } from "../../../src/data/engine";
import { head, inspect, load } from "../../../src/data/open-source";
import { rejectedRows, REJECTED } from "../../../src/data/rejected-rows";
import { guessRoles } from "../../../src/data/roles/guess-roles";
import type { RoleAssignment } from "../../../src/data/role";
import type { LoadReport } from "../../../src/data/source";
import type { ParquetReader } from "../../../src/workers/reader-contract";
import { nodeEngine } from "../../node-engine";

const DATA = "../shared/data";
const none = {} as ParquetReader;
let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});

/** Reads a file as the workbench does and cleans it; `User_ID` stands for the customer where roles are not guessed. */
async function ledgerOf(path: string): Promise<{ report: LoadReport; clean: Clean }> {
  const blob = new Blob([readFileSync(`${DATA}/${path}`)]);
  const source = await inspect([{ name: path.replace(/.*\//u, ""), blob }], { reader: none });
  const columns = source.columns.map((column) => column.name);
  const report = await load(source, columns, "raw", { engine, reader: none, rejects: REJECTED });
  const guessed = guessRoles(source.columns, await head(source, 500, { engine, reader: none }));
  const roles = guessed.map((one): RoleAssignment => (one.column === "User_ID" ? { ...one, role: "customer" } : one));
  return { report, clean: await buildClean(engine, { table: "raw", roles, stepsOff: [], load: report }) };
}

const step = (clean: Clean, id: string): Clean["ledger"][number] => {
  const found = clean.ledger.find((one) => one.id === id);
  if (found === undefined) throw new Error(`The ledger has no step ${id}.`);
  return found;
};

async function refused(): Promise<readonly (readonly [number, string, string])[]> {
  const answer = await engine.query(rejectedRows());
  const [reasons, records] = [texts(answer, "reason"), texts(answer, "text")];
  return Array.from(numbers(answer, "line"), (line, index) => [line, reasons[index] ?? "", records[index] ?? ""]);
}

describe.skipIf(!existsSync(DATA))("files as they were found (skipped where ../shared/data is absent)", () => {
  it("tells the prose line, the blank lines and the swapped columns of the training file", async () => {
    const { report, clean } = await ledgerOf("social-media/train.csv");
    expect(report.rows).toBe(1000);
    expect(await refused()).toEqual([
      [1285, "has 2 fields instead of 10", "Tabii, işte mevcut veri kümesini 1000 satıra tamamlıyorum:"],
    ]);
    expect(step(clean, "lines").text).toContain("0 records unaccounted");
    expect(step(clean, "lines").text).toMatch(/1,00\d blank lines between records left out/u);
    expect(step(clean, "swapped").text).toMatch(/In \d+ rows “Age” holds what “Gender” usually holds/u);
  });

  it("tells rows of nine and eleven fields of the validation file", async () => {
    const { report } = await ledgerOf("social-media/val.csv");
    expect(report.rows).toBe(144);
    expect((await refused()).map(([line, reason]) => [line, reason])).toEqual([
      [91, "has 11 fields instead of 10"],
      [159, "has 11 fields instead of 10"],
      [189, "has 9 fields instead of 10"],
      [201, "has 11 fields instead of 10"],
    ]);
    expect(report.text?.[0]?.unaccounted).toBe(0);
  });

  it.each([
    ["train", 76],
    ["val", 12],
    ["test", 1],
  ])("counts the rows of %s.csv with Age and Gender in each other's place", async (name, swapped) => {
    const { report } = await ledgerOf(`social-media/${name}.csv`);
    const pairs = (report.text ?? []).flatMap((one) => one.swapped);
    expect(pairs.map(({ numbers: a, words: b, count }) => [a, b, count])).toEqual([["Age", "Gender", swapped]]);
  });

  it("sets the customer called \\N aside and says so", async () => {
    const { report, clean } = await ledgerOf("telecom-xdr/users_with_null_marker.csv");
    expect([report.rows, report.rejected]).toEqual([106_857, 0]);
    expect(step(clean, "missing-customer")).toMatchObject({ affected: 1 });
    expect(step(clean, "missing-customer").text).toContain("“\\N” (1)");
    expect(report.text?.[0]?.unaccounted).toBe(0);
  });

  it("reads the damaged sessions whole and shows what is odd in them", async () => {
    const { report, clean } = await ledgerOf("telecom-xdr/sessions_damaged.csv");
    expect([report.rows, report.rejected, report.text?.[0]?.unaccounted]).toEqual([8747, 0, 0]);
    expect(step(clean, "ids").text).toContain("written with decimals");
    expect(step(clean, "null-markers").text).toContain("716 “undefined”");
    expect(step(clean, "units").text).toContain("says milliseconds, but its values are seconds");
    expect(step(clean, "totals").text).toContain("the file may have been scaled");
  });
});
