import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { texts, type Engine } from "../../../../../src/data/engine";
import { inspect, load } from "../../../../../src/data/open-source";
import { startParquet } from "../../../../../src/data/readers/parquet/parquet";
import type { LoadReport } from "../../../../../src/data/source";
import { joined, name, sql } from "../../../../../src/data/sql";
import type { ParquetReader } from "../../../../../src/workers/reader-contract";
import { nodeEngine } from "../../../../node-engine";

const UGLY = "../shared/data/ugly/parquet-testing/data";
const GOLDEN = "tests/golden/parquet-testing.json";

interface Expected {
  readonly rows: number;
  readonly columns: readonly string[];
}

/** Damaged on purpose so that this reader panics; that its thread is replaced is tested with the thread. */
const PANICS = new Set(["nation.dict-malformed.parquet"]);
/** Refused with a sentence: its footer breaks the format's own rules. */
const REFUSED = new Set(["dict-page-offset-zero.parquet", "large_string_map.brotli.parquet"]);

let engine: Engine;
let reader: ParquetReader;

beforeAll(async () => {
  engine = await nodeEngine();
  reader = startParquet(readFileSync("node_modules/parquet-wasm/esm/parquet_wasm_bg.wasm"));
});

describe.skipIf(!existsSync(UGLY))("the Parquet project's own files (skipped where ../shared/data is absent)", () => {
  const files = existsSync(UGLY)
    ? readdirSync(UGLY, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".parquet"))
    : [];
  const golden = new Map(Object.entries(JSON.parse(readFileSync(GOLDEN, "utf8")) as Record<string, Expected>));

  it("hold what another reader sees in them, column by column", async () => {
    const [right, wrong, alone]: [string[], string[], string[]] = [[], [], []];
    for (const file of files.filter((one) => !PANICS.has(one) && !REFUSED.has(one))) {
      const [found, expected] = [await hashes(file), golden.get(file)];
      if (expected === undefined) alone.push(file);
      else if (JSON.stringify(found) === JSON.stringify(expected)) right.push(file);
      else wrong.push(`${file}: ${differences(found, expected)}`);
    }
    expect(wrong).toEqual([]);
    // The other reader refuses the first one, whose values are checked below.
    expect(alone).toEqual(["incorrect_map_schema.parquet"]);
    expect(right.length + alone.length).toBe(72);
  });

  it("hold their maps even where the schema is not quite right", async () => {
    const { report } = await loaded("incorrect_map_schema.parquet");
    const answer = await engine.query(sql`SELECT my_map FROM ugly`);
    expect([report.rows, texts(answer, "my_map")]).toEqual([1, ['{"parent": "another", "name": "report"}']]);
  });

  it.each([...REFUSED])("is refused in a sentence: %s", async (file) => {
    await expect(loaded(file)).rejects.toMatchObject({ name: "UserError" });
  });
});

async function loaded(file: string): Promise<{ report: LoadReport }> {
  const blob = new Blob([readFileSync(join(UGLY, file))]);
  const source = await inspect([{ name: file, blob }], { reader });
  const wanted = source.columns.map((column) => column.name);
  return { report: await load(source, wanted, "ugly", { engine, reader }) };
}

async function hashes(file: string): Promise<Expected> {
  const { report } = await loaded(file);
  const shown = joined(
    report.columns.map((column, index) => sql`CAST(${name(column.name)} AS VARCHAR) AS ${name(`c${index}`)}`),
  );
  const answer = await engine.query(sql`SELECT ${shown} FROM ugly ORDER BY rowid`);
  const columns = report.columns.map(({ type }, index) => {
    const values = texts(answer, `c${index}`).map((text) => (text === null ? "∅" : canonical(text, type)));
    return createHash("sha256").update(values.join("\n")).digest("hex").slice(0, 16);
  });
  return { rows: report.rows, columns };
}

/** Floats as the bits of a double; everything else as it is. */
function canonical(text: string, type: string): string {
  if (type !== "FLOAT" && type !== "DOUBLE") return text;
  if (text === "nan" || text === "-nan") return "nan";
  const bits = new DataView(new ArrayBuffer(8));
  const value = text.endsWith("inf") ? Number(text.replace("inf", "Infinity")) : Number(text);
  bits.setFloat64(0, type === "FLOAT" ? Math.fround(value) : value);
  return bits.getBigUint64(0).toString(16).padStart(16, "0");
}

function differences(found: Expected, expected: Expected): string {
  const columns = found.columns.flatMap((hash, index) => (hash === expected.columns[index] ? [] : [index]));
  return `${found.rows} rows for ${expected.rows}, ${found.columns.length} columns for ${expected.columns.length}, unlike: ${columns.join()}`;
}
