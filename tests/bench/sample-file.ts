import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";

/** Where files that are made once are kept. */
export const CACHE = "node_modules/.cache/clientele-bench";

/** The synthetic sample of a kind with that many rows as Parquet; made once. */
export function sampleFile(kind: "telecom" | "shop", rows: number): string {
  const path = `${CACHE}/${kind}-${rows}.parquet`;
  if (existsSync(path)) return path;
  mkdirSync(CACHE, { recursive: true });
  const parts = ["scripts/make-sample.ts", "--kind", kind, "--rows", String(rows), "--out", path];
  const run = spawnSync(process.execPath, parts, { stdio: "inherit" });
  if (run.status !== 0) throw new Error(`node ${parts.join(" ")} failed.`);
  return path;
}
