import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { sampleParquet } from "../../../src/data/export/sample-parquet";
import { head, inspect } from "../../../src/data/open-source";
import { startParquet } from "../../../src/data/readers/parquet/parquet";
import { guessRoles } from "../../../src/data/roles/guess-roles";
import { DataDesk } from "../../../src/session/data-desk";
import { FIRST_VIEW } from "../../../src/view/view";
import { nodeEngine } from "../../node-engine";

it("finds the same roles whether it looks into every column first or only into those that names tell", async () => {
  const parts = {
    engine: await nodeEngine(),
    reader: startParquet(readFileSync("node_modules/parquet-wasm/esm/parquet_wasm_bg.wasm")),
  };
  const blob = await sampleParquet({ kind: "telecom", rows: 3001, seed: 4 }, () => true);
  const files = [{ name: "sessions.parquet", blob: blob ?? new Blob() }];
  const source = await inspect(files, parts);
  const looked = guessRoles(source.columns, await head(source, 500, parts));

  const desk = new DataDesk(parts);
  const stop = new AbortController().signal;
  await desk.open(files, FIRST_VIEW, null, stop, () => undefined);
  await desk.cleanUp(FIRST_VIEW, stop, () => undefined);

  const plain = (roles: typeof looked) => roles.map(({ column, role }) => [column, role]);
  expect(plain(desk.roles.value)).toEqual(plain(looked));
  const sure = desk.roles.value.filter(({ role }) => role !== "none");
  expect(sure.every(({ confidence }) => confidence > 0.5)).toBe(true);
});
