import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { texts, type Engine } from "../../../../../src/data/engine";
import { inspect, load } from "../../../../../src/data/open-source";
import { plainFormat } from "../../../../../src/data/readers/text/csv-format";
import { records } from "../../../../../src/data/readers/text/csv-records";
import type { LoadReport } from "../../../../../src/data/source";
import { sql } from "../../../../../src/data/sql";
import { UserError } from "../../../../../src/data/user-error";
import type { ParquetReader } from "../../../../../src/workers/reader-contract";
import { nodeEngine } from "../../../../node-engine";

const SURVEY = "../shared/data/ugly/pollock/survey_sample";
const none = {} as ParquetReader;

interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** As the benchmark compares: by content, whatever the case, the blanks around it or the way of writing a number. */
const normal = (cell: string): string => {
  const text = cell.trim().replaceAll(/\s+/gu, " ").toLowerCase();
  return text !== "" && Number.isFinite(Number(text)) ? String(Number(text)) : text;
};

const isNumbered = (cell: string, index: number): boolean => cell === `column ${index + 1}`;

/**
 * Our header as the benchmark's clean files write it: a column without a name is empty or `col_0` there and `column 1`
 * here, and the second column of a name carries a number here, since a table's columns must be told apart.
 */
const theirs = (header: readonly string[], clean: readonly string[]): readonly string[] =>
  header.flatMap((cell, index) => {
    // Records may have more fields than the header names: such a column has no cell in the header.
    if (isNumbered(cell, index) && index >= clean.length) return [];
    const unnamed = isNumbered(cell, index) && /^(?:col_\d+)?$/u.test(clean[index]?.trim() ?? "");
    const base = cell.replace(/ \(\d+\)$/u, "");
    const repeated = header.slice(0, index).some((one) => normal(one) === normal(base));
    return [normal(unnamed ? (clean[index] ?? "") : repeated ? base : cell)];
  });

/** The clean files are by RFC 4180, with a header of one line and CRLF or LF. */
function cleanTable(name: string): Table {
  const text = readFileSync(join(SURVEY, "clean", name), "utf8");
  const all = records(text, plainFormat(","), true).map(({ fields }) => fields);
  const { header_lines: lines, column_names: names } = JSON.parse(
    readFileSync(join(SURVEY, "parameters", `${name}_parameters.json`), "utf8"),
  ) as { header_lines: string; column_names: readonly string[] };
  // Some files without a header have none in their clean version either; in others it was made up.
  const bare = lines === "0" && all[0]?.map(normal).join() !== names.map(normal).join();
  return { header: lines === "0" ? [] : (all[0] ?? []), rows: bare ? all : all.slice(1) };
}

/** F1 of two multisets; 1 where nothing is expected, as the benchmark has it. */
function f1(expected: readonly string[], got: readonly string[]): number {
  if (expected.length === 0) return 1;
  const left = new Map<string, number>();
  for (const one of expected) left.set(one, (left.get(one) ?? 0) + 1);
  let common = 0;
  for (const one of got) {
    const count = left.get(one) ?? 0;
    if (count > 0) common++;
    left.set(one, count - 1);
  }
  return common === 0 ? 0 : (2 * common) / (expected.length + got.length);
}

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});

async function opened(name: string): Promise<{ table: Table; report: LoadReport }> {
  const blob = new Blob([readFileSync(join(SURVEY, "csv", name))]);
  const source = await inspect([{ name, blob }], { reader: none });
  const header = source.columns.map((column) => column.name);
  const report = await load(source, header, "survey", { engine, reader: none });
  const answer = await engine.query(sql`SELECT * FROM survey ORDER BY rowid`);
  const columns = answer.names.map((column) => texts(answer, column));
  const rows = Array.from({ length: answer.rowCount }, (_, row) => columns.map((column) => column[row] ?? ""));
  return { table: { header, rows }, report };
}

interface Score {
  readonly name: string;
  readonly header: number;
  readonly cells: number;
  readonly records: number;
}

function score(name: string, clean: Table, got: Table): Score {
  const flat = ({ rows }: Table): readonly string[] => rows.flat().map(normal);
  const joined = ({ rows }: Table): readonly string[] => rows.map((row) => row.map(normal).join("\u001f"));
  return {
    name,
    // Stricter than the benchmark, which asks nothing of a file without a header.
    header:
      clean.header.length === 0
        ? Number(got.header.every(isNumbered))
        : f1(clean.header.map(normal), theirs(got.header, clean.header)),
    cells: f1(flat(clean), flat(got)),
    records: f1(joined(clean), joined(got)),
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe.skipIf(!existsSync(SURVEY))("the Pollock survey (skipped where ../shared/data is absent)", () => {
  it("reads every file as its clean version has it, and accounts for every record", async () => {
    const scores: Score[] = [];
    const unaccounted: string[] = [];
    for (const name of readdirSync(join(SURVEY, "csv"))) {
      const clean = cleanTable(name);
      try {
        const { table, report } = await opened(name);
        scores.push(score(name, clean, table));
        for (const { unaccounted: count, unit } of report.text ?? [])
          if (count !== 0) unaccounted.push(`${name}: ${count} ${unit}`);
      } catch (error) {
        expect(error, name).toBeInstanceOf(UserError);
        scores.push(score(name, clean, { header: [], rows: [] }));
      }
    }
    const f1s = [
      mean(scores.map((one) => one.header)),
      mean(scores.map((one) => one.cells)),
      mean(scores.map((one) => one.records)),
    ];
    expect(unaccounted).toEqual([]);
    expect(f1s[0]).toBeGreaterThanOrEqual(0.97);
    expect(f1s[1]).toBeGreaterThanOrEqual(0.98);
    expect(f1s[2]).toBeGreaterThanOrEqual(0.87);
  }, 120_000);
});
