import { beforeAll, describe, expect, test } from "vitest";
import { buildClean, type Clean } from "../../../../src/data/clean/build-clean";
import { numbers, single, texts, type Engine } from "../../../../src/data/engine";
import { name, sql } from "../../../../src/data/sql";
import { nodeEngine } from "../../../node-engine";
import { clean, rawOfCsv, rawOfSelect, step } from "./raw-of";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});

const column = async (label: string): Promise<readonly (number | null)[]> => {
  const answer = await engine.query(sql`SELECT CAST(${name(label)} AS DOUBLE) AS v FROM clean ORDER BY row_no`);
  return Array.from(numbers(answer, "v"), (value) => (Number.isNaN(value) ? null : value));
};
const words = async (label: string): Promise<readonly (string | null)[]> =>
  texts(await engine.query(sql`SELECT CAST(${name(label)} AS VARCHAR) AS v FROM clean ORDER BY row_no`), "v");

/** Five sessions and a row of means, with one of every trap. Total DL leaves Other out, Total UL includes it. */
const TRAPS = `MSISDN/Number,Bearer Id,Start,Start ms,End,End ms,Dur. (ms),Dur. (ms).1,Avg RTT DL (ms),Avg RTT UL (ms),Handset Type,Handset Manufacturer,Gaming DL (Bytes),Gaming UL (Bytes),Other DL (Bytes),Other UL (Bytes),Total DL (Bytes),Total UL (Bytes)
33600000001,1.31145E+19,4/4/2019 12:01,770,4/4/2019 12:05,0,239,239230,40,5,undefined,undefined,100,10,50,5,100,15
33600000002,13114483460844900352,4/5/2019 12:00,0,4/5/2019 12:10,0,600,600000,,5,Phone A,Maker A,200,20,60,6,200,26
33600000002,13114483460844900352,4/5/2019 12:00,0,4/5/2019 12:10,0,600,600000,,5,Phone A,Maker A,200,20,60,6,200,26
\\N,13114483460844900353,4/25/2019 12:00,0,4/25/2019 13:00,0,3600,3600000,50,1,Phone B,Maker B,900,90,90,9,900,99
nan,13114483460844900354,4/25/2019 12:00,0,4/25/2019 13:00,0,3600,3600000,50,1,Phone B,Maker B,900,90,90,9,900,99
33600000003,13114483460844900355,4/25/2019 12:00,0,4/25/2019 11:00,0,0,0,-7,n/a,Phone C,Maker A,oops,30,70,7,300,37
,,,,,,,,,,,,460,43.3333333,70,7,,
`;

describe("a file with every trap", () => {
  let result: Clean;
  beforeAll(async () => {
    result = await clean(engine, await rawOfCsv(engine, TRAPS));
  });

  test("finds seconds under a header that says ms, by end − start", async () => {
    expect(step(result, "units").text).toContain("says milliseconds, but its values are seconds");
    expect(step(result, "units").affected).toBe(6);
    expect((await column("duration_s")).slice(0, 2)).toEqual([239, 600]);
  });

  test("sets the trailing row of column means aside", async () => {
    expect(step(result, "means-row")).toMatchObject({ affected: 1, of: "rows", enabled: true });
    expect((await words("set_aside"))[6]).toBe("means-row");
    expect(step(result, "means-row").samples[0]).toMatchObject({ row: 7, column: "Gaming DL (Bytes)", before: "460" });
  });

  test("a customer is never called nan, \\N or nothing", async () => {
    expect(await words("set_aside")).toEqual([
      null,
      null,
      "duplicates",
      "missing-customer",
      "missing-customer",
      null,
      "means-row",
    ]);
    expect(result.customers).toBe(3);
    expect(step(result, "missing-customer")).toMatchObject({ affected: 2, switchable: false });
    const off = await clean(engine, await rawOfCsv(engine, TRAPS), "null-markers", "ids", "means-row");
    expect(off.customers).toBe(3);
    expect(await words("customer_key")).toEqual([
      "33600000001",
      "33600000002",
      "33600000002",
      null,
      null,
      "33600000003",
      null,
    ]);
    await clean(engine, await rawOfCsv(engine, TRAPS));
  });

  test("counts the markers by spelling and keeps handsets called undefined missing", async () => {
    expect(await words("handset")).toEqual([null, "Phone A", "Phone A", "Phone B", "Phone B", "Phone C", null]);
    const markers = step(result, "null-markers");
    expect(markers.text).toContain("2 “undefined”");
    expect(markers.text).toContain("1 “\\N”");
    expect(markers.text).toContain("1 “nan”");
    expect(markers.text).toContain("1 “n/a”");
    expect(markers.samples).toContainEqual({ row: 1, column: "Handset Type", before: "undefined", after: "(missing)" });
  });

  test("what fails to parse is missing, counted and shown", async () => {
    expect(step(result, "types")).toMatchObject({ affected: 1, enabled: true, switchable: true });
    expect(step(result, "types").samples).toEqual([
      { row: 6, column: "Gaming DL (Bytes)", before: "oops", after: "(missing)" },
    ]);
    expect(step(result, "types").text).toContain("month, day, year");
    expect((await column("app_0"))[5]).toBe(30);
  });

  test("without that step, a column with a value that does not read is left out whole", async () => {
    const off = await clean(engine, await rawOfCsv(engine, TRAPS), "types");
    expect(step(off, "types")).toMatchObject({ affected: 1, enabled: false });
    expect(step(off, "types").text).toContain("its column is left out: “Gaming DL (Bytes)” (1)");
    expect((await column("app_0")).slice(0, 2)).toEqual([10, 20]);
    await clean(engine, await rawOfCsv(engine, TRAPS));
  });

  test("takes impossible values out, and only counts odd ones", async () => {
    const impossible = step(result, "impossible");
    expect(impossible.affected).toBe(1);
    expect(impossible.samples).toEqual([{ row: 6, column: "Avg RTT DL (ms)", before: "-7", after: "(missing)" }]);
    expect(impossible.text).toContain("1 row has traffic but no duration");
    expect(impossible.text).toContain("1 row ends before it starts");
    expect((await column("rtt_ms")).slice(0, 3)).toEqual([45, null, null]);
  });

  test("flags identifiers that were damaged before", () => {
    expect(step(result, "ids").text).toContain("1 value written like 1.31E+19");
  });

  test("reports which totals add up: download without Other, upload with it", () => {
    const { text } = step(result, "totals");
    expect(text).toMatch(
      /“Total DL \(Bytes\)” = the sum of the 2 applications' downloads without “Other DL \(Bytes\)” on all 5 rows/u,
    );
    expect(text).toMatch(/“Total UL \(Bytes\)” = the sum of the 2 applications' uploads on all 6 rows/u);
  });

  test("joins start with its milliseconds", async () => {
    expect((await column("row_no")).length).toBe(7);
    const answer = await engine.query(sql`SELECT started FROM clean WHERE row_no = 1`);
    expect(single(answer, "started")).toBe(Date.UTC(2019, 3, 4, 12, 1, 0, 770));
  });

  test("each switched-off step leaves its rows and values as they are", async () => {
    const off = await clean(
      engine,
      await rawOfCsv(engine, TRAPS),
      "duplicates",
      "impossible",
      "units",
      "means-row",
      "null-markers",
    );
    expect(await words("set_aside")).toEqual([
      null,
      null,
      null,
      "missing-customer",
      "missing-customer",
      null,
      "missing-customer",
    ]);
    expect((await column("duration_s"))[0]).toBeCloseTo(0.239, 12);
    expect((await words("handset"))[0]).toBe("undefined");
    expect(step(off, "units").text).toContain("This step is off");
    expect(off.ledger.filter(({ enabled }) => !enabled).map(({ id }) => id)).toEqual([
      "null-markers",
      "means-row",
      "duplicates",
      "impossible",
      "units",
    ]);
  });
});

describe("identifiers", () => {
  test("whole numbers beyond 2^53 stay exact in typed files", async () => {
    const result = await clean(
      engine,
      await rawOfSelect(
        engine,
        `
      SELECT * FROM (VALUES (18446744073709551615::UBIGINT, 1.0, 'a'), (18446744073709551614::UBIGINT, 2.0, 'b'), (NULL, 3.0, 'c')) t("MSISDN", "Total DL (Bytes)", "Handset Type")`,
      ),
    );
    expect(await words("customer_key")).toEqual(["18446744073709551615", "18446744073709551614", null]);
    expect(step(result, "ids").text).toContain("2 customer identifiers beyond 2^53 kept to the last digit");
  });

  test("decimals that a spreadsheet added are mended, leading zeros are kept", async () => {
    await clean(
      engine,
      await rawOfCsv(engine, "MSISDN,Total DL (Bytes)\n33600000001.0,1\n33600000001,2\n33600000002.0,3\n"),
    );
    expect(await words("customer_key")).toEqual(["33600000001", "33600000001", "33600000002"]);
    await clean(engine, await rawOfCsv(engine, "MSISDN,Total DL (Bytes)\n0033,1\n33,2\n"));
    expect(new Set(await words("customer_key")).size).toBe(2);
    await clean(
      engine,
      await rawOfSelect(
        engine,
        `SELECT * FROM (VALUES (33600000001.0::DOUBLE, 1.0), ('nan'::DOUBLE, 2.0), (NULL, 5.0)) t("MSISDN", "Total DL (Bytes)")`,
      ),
    );
    expect(await words("customer_key")).toEqual(["33600000001", null, null]);
  });

  test("a file without a customer says what to do", async () => {
    const raw = await rawOfCsv(engine, "Total DL (Bytes),Handset Type\n1,a\n");
    await expect(clean(engine, raw)).rejects.toMatchObject({
      name: "UserError",
      next: expect.stringContaining("data page") as string,
    });
    const empty = await rawOfCsv(engine, "MSISDN,Total DL (Bytes)\n\\N,1\nnan,2\n");
    await expect(clean(engine, empty)).rejects.toThrow("names no customer");
  });
});

describe("units, numbers and times", () => {
  test("a second duration column a thousand times as large betrays seconds", async () => {
    const result = await clean(
      engine,
      await rawOfCsv(engine, "MSISDN,Dur. (ms),Dur. (ms).1,Total DL (Bytes)\n1,60,60123,1\n1,90,90777,2\n2,5,5001,3\n"),
    );
    expect(step(result, "units").text).toContain("1,000 times");
    expect(await column("duration_s")).toEqual([60, 90, 5]);
  });

  test("a header that nothing can confirm is believed, and told", async () => {
    const result = await clean(engine, await rawOfCsv(engine, "MSISDN,sessions,Duration_ms\n1,1,86399\n2,2,4000\n"));
    expect(step(result, "units").text).toContain("taken from the name");
    expect(step(result, "units").text).toContain("seconds of a day");
    expect(await column("duration_s")).toEqual([86.399, 4]);
    const unnamed = await clean(engine, await rawOfCsv(engine, "MSISDN,sessions,total_duration\n1,1,10\n2,2,20\n"));
    expect(step(unnamed, "units").text).toContain("seconds are assumed");
    expect(await column("duration_s")).toEqual([10, 20]);
  });

  test("converts units that headers name", async () => {
    await clean(
      engine,
      await rawOfCsv(
        engine,
        "MSISDN,session_id,Download (MB),Upload (kB),Throughput (Mbps),RTT (s)\n1,1,1.5,2,3,0.04\n",
      ),
    );
    expect([
      await column("download_bytes"),
      await column("upload_bytes"),
      await column("throughput_kbps"),
      await column("rtt_ms"),
    ]).toEqual([[1.5e6], [2000], [3000], [40]]);
  });

  test("reads decimal commas and thousands", async () => {
    await clean(
      engine,
      await rawOfCsv(
        engine,
        'MSISDN,session_id,Total DL (Bytes),Avg RTT (ms)\n1,1,"1,234,567","12,5"\n2,2,"2,000,000","3,25"\n',
      ),
    );
    expect([await column("download_bytes"), await column("rtt_ms")]).toEqual([
      [1_234_567, 2_000_000],
      [12.5, 3.25],
    ]);
  });

  test("NaN and infinity in a typed file are missing, never numbers", async () => {
    const result = await clean(
      engine,
      await rawOfSelect(
        engine,
        `
      SELECT * FROM (VALUES (1::BIGINT, 5::BIGINT, 'nan'::DOUBLE), (2::BIGINT, 6::BIGINT, 'inf'::DOUBLE), (3::BIGINT, 7::BIGINT, 4.0)) t("MSISDN", "Bearer Id", "Total DL (Bytes)")`,
      ),
    );
    expect(await column("download_bytes")).toEqual([null, null, 4]);
    expect(step(result, "null-markers").text).toContain("1 “nan”");
  });

  test.each([
    ["25/04/2019 10:00", "4/4/2019 09:00", Date.UTC(2019, 3, 4, 9)],
    ["4/25/2019 10:00", "4/5/2019 09:00", Date.UTC(2019, 3, 5, 9)],
    ["2019-04-25T10:00:00Z", "2019-04-04T09:00:00Z", Date.UTC(2019, 3, 4, 9)],
    ["25.04.19 10:00:30", "04.04.19 09:00:00", Date.UTC(2019, 3, 4, 9)],
    ["1556186400", "1554368400", Date.UTC(2019, 3, 4, 9)],
  ])("day and month of %s and %s", async (first, second, expected) => {
    await clean(engine, await rawOfCsv(engine, `MSISDN,Start,Total DL (Bytes)\n1,${first},1\n2,${second},2\n`));
    expect(single(await engine.query(sql`SELECT started FROM clean WHERE row_no = 2`), "started")).toBe(expected);
  });
});

describe("traffic", () => {
  const traffic = async (csv: string): Promise<readonly [string, readonly (number | null)[]]> => {
    const result = await clean(engine, await rawOfCsv(engine, csv));
    return [result.trafficDefinition, await column("traffic_bytes")];
  };

  test("is download + upload, else its own column, else the applications, and a missing side is not zero", async () => {
    expect((await traffic("MSISDN,session_id,Total DL (Bytes),Total UL (Bytes)\n1,1,5,7\n1,2,5,\n1,3,,\n"))[1]).toEqual(
      [12, 5, null],
    );
    expect((await traffic("MSISDN,session_id,total_bytes\n1,1,9\n"))[1]).toEqual([9]);
    const [says, values] = await traffic(
      "MSISDN,session_id,Gaming DL (Bytes),Gaming UL (Bytes),Chess (Bytes)\n1,1,1,2,4\n1,2,,2,\n1,3,,,\n",
    );
    expect(values).toEqual([7, 2, null]);
    expect(says).toBe("Traffic = the sum of the 2 applications.");
  });
});

test("rejected rows of the reader are told, not switched", async () => {
  const raw = await rawOfCsv(engine, "MSISDN,Total DL (Bytes)\n1,2\n");
  const load = {
    ...raw.load,
    rejected: 2,
    rejectSamples: [{ file: "a.csv", line: 7, reason: "too many columns", text: "1,2,3" }],
  };
  const result = await buildClean(engine, { table: "raw", roles: raw.roles, stepsOff: [], load });
  expect(step(result, "rejected-rows")).toMatchObject({
    affected: 2,
    switchable: false,
    samples: [{ row: 7, before: "1,2,3", after: "too many columns" }],
  });
});
