import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { texts, type Engine } from "../../../../../src/data/engine";
import { inspect, load } from "../../../../../src/data/open-source";
import { sql } from "../../../../../src/data/sql";
import type { ParquetReader } from "../../../../../src/workers/reader-contract";
import { nodeEngine } from "../../../../node-engine";

const UGLY = "../shared/data/ugly";
const none = {} as ParquetReader;
let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});

interface Opened {
  readonly names: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
  readonly rejected: number;
  readonly unaccounted: readonly (number | null)[];
}

async function opened(path: string): Promise<Opened> {
  const source = await inspect([{ name: path, blob: new Blob([readFileSync(path)]) }], { reader: none });
  const names = source.columns.map((column) => column.name);
  const report = await load(source, names, "ugly", { engine, reader: none });
  const answer = await engine.query(sql`SELECT * FROM ugly ORDER BY rowid`);
  const columns = answer.names.map((name) => texts(answer, name));
  const rows = Array.from({ length: answer.rowCount }, (_, row) => columns.map((column) => column[row] ?? null));
  const unaccounted = (report.text ?? []).map((one) => one.unaccounted);
  return { names, rows, rejected: report.rejected, unaccounted };
}

describe.skipIf(!existsSync(UGLY))("files that others found ugly (skipped where ../shared/data is absent)", () => {
  it.each(existsSync(UGLY) ? readdirSync(`${UGLY}/csv-spectrum/csvs`) : [])(
    "reads %s as its authors expect",
    async (name) => {
      // The copies of the CRLF files here end their lines in LF alone; what is expected of them does not.
      const expected = JSON.parse(
        readFileSync(join(UGLY, "csv-spectrum/json", name.replace(/\.csv$/u, ".json")), "utf8").replaceAll(
          "\\r\\n",
          "\\n",
        ),
      ) as Record<string, string>[];
      const { names, rows, rejected, unaccounted } = await opened(join(UGLY, "csv-spectrum/csvs", name));
      expect([rejected, unaccounted]).toEqual([0, [0]]);
      expect(rows.map((row) => Object.fromEntries(names.map((column, index) => [column, row[index]])))).toEqual(
        expected,
      );
    },
  );
});
