import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { WorkbenchSession } from "../../src/session/workbench-session";
import type { ParquetReader } from "../../src/workers/reader-contract";
import { evilLog } from "../unit/session/evil-log";
import { asArrow, asCsv, evilTable, type EvilColumn } from "../unit/session/evil-table";
import { memoryAddress } from "../unit/session/memory-address";
import { partsInNode, sessionOver } from "../unit/session/session-in-node";

const RUNS = Number(process.env["EVIL_RUNS"] ?? 150);

let session: WorkbenchSession;
let reader: ParquetReader;

beforeAll(async () => {
  const parts = await partsInNode();
  reader = parts.reader;
  session = sessionOver(parts, memoryAddress());
});

/** As Parquet, by way of Arrow as its JavaScript writes it: the door for that is tried as well. */
async function asParquet(columns: readonly EvilColumn[]): Promise<File> {
  const blob = new Blob([asArrow(columns) as Uint8Array<ArrayBuffer>]);
  const { files } = await reader.unpack({ name: "evil.arrow", blob }, "arrow");
  return new File(
    files.map((file) => file.blob),
    "evil.parquet",
  );
}

/** Waits until nothing moves any more that runs with the file or is the page at hand. */
async function still(page: string): Promise<void> {
  const moves = (): boolean =>
    session.stage.value.name === "loading" ||
    (session.stage.value.name === "ready" &&
      session.pages.some(
        ({ id, onVisit }) => (!onVisit || id === page) && ["running", "waiting"].includes(session.run(id).value.state),
      ));
  while (moves()) await new Promise((resolve) => setTimeout(resolve, 2));
}

/** What of the pages that have run ended in a bug. */
const bugsOfPages = (): readonly string[] =>
  session.pages.flatMap(({ id }) => {
    const run = session.run(id).value;
    return run.state === "failed" && run.details !== null ? [`${id}: ${run.details}`] : [];
  });

/** Opens a file and visits every page; says what was a bug, null when nothing was. */
async function bugIn(file: File): Promise<string | null> {
  session.go("overview");
  await session.open([file]);
  await still("overview");
  for (const { id, onVisit } of session.pages) {
    if (!onVisit || session.stage.value.name !== "ready") continue;
    session.go(id);
    await still(id);
  }
  const stage = session.stage.value;
  if (stage.name === "failed") return stage.details;
  const failed = bugsOfPages();
  if (failed.length > 0) return failed.join("\n");
  await session.preview(0, 50, null);
  if (session.dataset.value !== null) await session.exports.customers("csv");
  return null;
}

describe("tables in which everything is wrong", () => {
  it.each([
    ["tables", "csv", evilTable],
    ["tables", "parquet", evilTable],
    ["logs", "csv", evilLog],
    ["logs", "parquet", evilLog],
  ])("%s are a page or a sentence, never a bug, as %s", async (_kind, format, made) => {
    await fc.assert(
      fc.asyncProperty(made, async (columns) => {
        expect(await bugIn(format === "csv" ? asCsv(columns) : await asParquet(columns))).toBeNull();
      }),
      { numRuns: RUNS, seed: 20261120, endOnFailure: true },
    );
  });
});
