import { beforeAll, describe, expect, it } from "vitest";
import { buildClean, type Clean } from "../../../../src/data/clean/build-clean";
import { numbers, type Engine } from "../../../../src/data/engine";
import { head, inspect, load } from "../../../../src/data/open-source";
import type { Role, RoleAssignment } from "../../../../src/data/role";
import { name, sql } from "../../../../src/data/sql";
import type { ParquetReader } from "../../../../src/workers/reader-contract";
import { nodeEngine } from "../../../node-engine";

const none = {} as ParquetReader;
let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});

/** Reads a text through the door and cleans it with these roles. */
async function cleaned(text: string, roles: Readonly<Record<string, Role>>, ...stepsOff: string[]): Promise<Clean> {
  const source = await inspect([{ name: "x.csv", blob: new Blob([text]) }], { reader: none });
  const columns = source.columns.map((column) => column.name);
  const report = await load(source, columns, "raw", { engine, reader: none });
  expect(await head(source, 1, { engine, reader: none })).toHaveLength(columns.length);
  const assigned = Object.entries(roles).map(([column, role]): RoleAssignment => ({
    column,
    role,
    confidence: 1,
    why: "",
  }));
  return buildClean(engine, { table: "raw", roles: assigned, stepsOff, load: report });
}

const column = async (label: string): Promise<number[]> =>
  Array.from(
    numbers(await engine.query(sql`SELECT CAST(${name(label)} AS DOUBLE) AS v FROM clean ORDER BY row_no`), "v"),
  );

const days = async (): Promise<string[]> =>
  Array.from(numbers(await engine.query(sql`SELECT started AS v FROM clean ORDER BY row_no`), "v"), (moment) =>
    new Date(moment).toISOString().slice(0, 16),
  );

const step = (clean: Clean, id: string): Clean["ledger"][number] | undefined =>
  clean.ledger.find((one) => one.id === id);

const AMOUNT = { id: "customer", amount: "traffic" } as const;
const amounts = (values: readonly string[]): string =>
  `id;amount\n${values.map((value, row) => `${row + 1};${value}`).join("\n")}\n`;

describe("numbers", () => {
  it.each([
    ["decimal commas with points between thousands", ["1.234,56", "0,5", "12.345.678,9"], [1234.56, 0.5, 12345678.9]],
    ["commas between thousands", ["1,234.56", "0.5", "12,345,678.9"], [1234.56, 0.5, 12345678.9]],
    [
      "gaps between thousands and decimal commas",
      ["1 234,5", "0,5", "12\u00a0345\u00a0678,9"],
      [1234.5, 0.5, 12345678.9],
    ],
    ["apostrophes between thousands", ["1'234.5", "0.5", "12’345’678.9"], [1234.5, 0.5, 12345678.9]],
    ["points between thousands", ["1.234", "12", "12.345.678"], [1234, 12, 12345678]],
    ["plain decimals", ["1234.5", "0.125", "1e3"], [1234.5, 0.125, 1000]],
  ])("reads %s", async (_, values, expected) => {
    const clean = await cleaned(amounts(values), AMOUNT);
    expect(await column("traffic_bytes")).toEqual(expected);
    expect(step(clean, "types")?.affected).toBe(0);
    expect(step(clean, "number-style")).toBeUndefined();
  });

  it("says what it assumed of 1,234 alone, and reads it the other way when told", async () => {
    const text = amounts(["1,234", "2,500", "12,000"]);
    const clean = await cleaned(text, AMOUNT);
    expect(await column("traffic_bytes")).toEqual([1234, 2500, 12000]);
    expect(step(clean, "number-style")).toMatchObject({ affected: 3, switchable: true, enabled: true });
    expect(step(clean, "number-style")?.text).toContain("“amount” with commas between thousands");
    const off = await cleaned(text, AMOUNT, "number-style");
    expect(await column("traffic_bytes")).toEqual([1.234, 2.5, 12]);
    expect(step(off, "number-style")).toMatchObject({ enabled: false });
    const points = await cleaned(amounts(["1.234", "2.500", "12.000"]), AMOUNT);
    expect(await column("traffic_bytes")).toEqual([1.234, 2.5, 12]);
    expect(step(points, "number-style")).toMatchObject({ affected: 3 });
  });

  it("lets a column that leaves no doubt decide for one that does", async () => {
    const clean = await cleaned("id;amount;rtt\n1;1,234;0,5\n2;2,500;12,25\n", { ...AMOUNT, rtt: "rtt" });
    expect(await column("traffic_bytes")).toEqual([1.234, 2.5]);
    expect(step(clean, "number-style")?.text).toContain("decimal commas");
  });

  it("decides from all values: one late decimal is enough", async () => {
    const values = [
      ...Array.from({ length: 30_000 }, (_, row) => `${(row % 900) + 100},${String(row % 1000).padStart(3, "0")}`),
      "0,5",
    ];
    await cleaned(amounts(values), AMOUNT);
    expect((await column("traffic_bytes")).slice(-2)).toEqual([399.999, 0.5]);
  });
});

const SESSION = { id: "customer", start: "start" } as const;
const dated = (values: readonly string[]): string =>
  `id;start\n${values.map((value, row) => `${row + 1};${value}`).join("\n")}\n`;

describe("dates", () => {
  it("decides day and month from a value that leaves no doubt, wherever it stands", async () => {
    const many = Array.from({ length: 12_000 }, (_, row) => `0${(row % 9) + 1}/0${(row % 7) + 1}/2024`);
    const clean = await cleaned(dated([...many.slice(0, 7001), "25/02/2024", ...many.slice(7001)]), SESSION);
    expect((await days()).slice(7001, 7002)).toEqual(["2024-02-25T00:00"]);
    expect(step(clean, "types")?.text).toContain("day, month, year");
    expect(step(clean, "date-order")).toBeUndefined();
  });

  it("says which order it assumed where nothing tells, and exchanges it when told", async () => {
    const text = dated(["01/02/2024", "02/02/2024", "03/02/2024"]);
    const clean = await cleaned(text, SESSION);
    expect(await days()).toEqual(["2024-02-01T00:00", "2024-02-02T00:00", "2024-02-03T00:00"]);
    expect(step(clean, "date-order")).toMatchObject({ affected: 3, switchable: true });
    expect(step(clean, "date-order")?.text).toContain("assumed");
    await cleaned(text, SESSION, "date-order");
    expect(await days()).toEqual(["2024-01-02T00:00", "2024-02-02T00:00", "2024-03-02T00:00"]);
  });

  it("moves what carries an offset to UTC, wherever in the column it stands, and says so", async () => {
    const plain = Array.from({ length: 9000 }, () => "2024-05-01T10:00:00");
    const clean = await cleaned(dated([...plain, "2024-05-01T10:00:00+02:00"]), SESSION);
    expect([...new Set(await days())]).toEqual(["2024-05-01T10:00", "2024-05-01T08:00"]);
    expect(step(clean, "types")).toMatchObject({ affected: 0 });
    expect(step(clean, "types")?.text).toContain("1 value moved to UTC by the offset it carries");
  });

  it.each([
    ["2024-05-01T01:30:00.250+05:45", "2024-04-30T19:45"],
    ["2024-05-01 23:00:00-0330", "2024-05-02T02:30"],
    ["2024-05-01T10:00:00Z", "2024-05-01T10:00"],
    ["2024-05-01 10:00:00-00:00", "2024-05-01T10:00"],
    ["2024-05-01", "2024-05-01T00:00"],
  ])("reads %s as %s in UTC", async (text, moment) => {
    await cleaned(dated([text, text, text]), SESSION);
    expect([...new Set(await days())]).toEqual([moment]);
  });

  it("reads a spreadsheet's days", async () => {
    const clean = await cleaned(dated(["45292", "45292.5", "45351.75"]), SESSION);
    expect(await days()).toEqual(["2024-01-01T00:00", "2024-01-01T12:00", "2024-02-29T18:00"]);
    expect(step(clean, "types")?.text).toContain("spreadsheet's days");
  });
});

describe("a row that sums up the others", () => {
  it.each(["Total", "Summe", "Grand total", ""])(
    "named “%s” is set aside where its amounts are the sums",
    async (word) => {
      const text = `id;amount\n1;10\n2;20\n3;30\n${word};60\n`;
      const clean = await cleaned(
        `${text.replaceAll(";", ";1;").replace("id;1;", "id;n;").replace(`${word};1;60`, `${word};3;60`)}`,
        {
          id: "customer",
          n: "sessions",
          amount: "traffic",
        },
      );
      expect(step(clean, "means-row")).toMatchObject({ affected: 1 });
      expect(clean.customers).toBe(3);
    },
  );

  it("is a customer like others where nothing adds up", async () => {
    const clean = await cleaned("id;amount\n1;10\n2;20\n3;30\nTotal;61\n", AMOUNT);
    expect(step(clean, "means-row")?.affected).toBe(0);
    expect(clean.customers).toBe(4);
  });
});
