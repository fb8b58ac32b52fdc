import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { texts, type Engine } from "../../src/data/engine";
import { inspect, load } from "../../src/data/open-source";
import { sql } from "../../src/data/sql";
import { UserError } from "../../src/data/user-error";
import type { ParquetReader } from "../../src/workers/reader-contract";
import { nodeEngine } from "../node-engine";

const DATA = "../shared/data";
const none = {} as ParquetReader;
let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});

const found = existsSync(DATA)
  ? readdirSync(DATA, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(?:csv|tsv|txt|dat)(?:\.gz)?$/iu.test(name))
      .filter((name) => statSync(join(DATA, name)).size < 60_000_000)
  : [];

describe.skipIf(found.length === 0)("every text file at hand (skipped where ../shared/data is absent)", () => {
  it("opens or is refused in a sentence, leaves the engine well, and has no record unaccounted", async () => {
    const odd: string[] = [];
    let opened = 0;
    for (const name of found) {
      try {
        const source = await inspect([{ name, blob: new Blob([readFileSync(join(DATA, name))]) }], { reader: none });
        const columns = source.columns.slice(0, 12).map((column) => column.name);
        const report = await load(source, columns, "corpus", { engine, reader: none, rejects: "corpus_rejects" });
        const kept = await engine.query(sql`SELECT CAST(count(*) AS VARCHAR) AS n FROM corpus_rejects`);
        if (texts(kept, "n")[0] !== String(report.rejected))
          odd.push(`${name}: ${report.rejected} refused, not all kept`);
        for (const { unaccounted, unit } of report.text ?? [])
          if (unaccounted !== 0) odd.push(`${name}: ${unaccounted} ${unit} unaccounted`);
        opened++;
      } catch (error) {
        if (!(error instanceof UserError)) odd.push(`${name}: ${String(error).slice(0, 200)}`);
      }
    }
    expect(odd).toEqual([]);
    expect(opened).toBeGreaterThan(found.length * 0.97);
  }, 600_000);
});
