/**
 * `npm run bench`: the built site in a real browser and pandas + scikit-learn, the same job on the same file, in one run.
 * node tests/bench/run.ts [kmeans] [pages] [lab] [journeys] [--rows 150001,2000001] [--rounds 3] [--file any.parquet]
 *   [--share 1] [--events 1000000,10000000]
 * Every part unless some are named: "kmeans" and "lab" are jobs beside scikit-learn's, "pages" the way from a file to all
 * pages; "lab" visits Segments too. `--share` takes less of the lab's rows, to try it; `--rows` and `--file` are for "pages".
 * "journeys" is visits, a funnel, paths and return of an event log of so many `--events`, beside pandas.
 * Run it on a quiet machine: both sides use every core.
 */
import { existsSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import type * as KmeansBench from "./kmeans.ts";
import { compareJourneys } from "./journeys-part.ts";
import { compareLab } from "./lab-part.ts";
import { comparePages } from "./pages-part.ts";
import { findPeer } from "./peer.ts";
import { CACHE } from "./sample-file.ts";
import { SITE } from "./site.ts";
import { imported } from "./source-import.ts";

const PARTS = ["kmeans", "pages", "lab", "journeys"];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: "string", default: "150001,2000001" },
    rounds: { type: "string", default: "3" },
    file: { type: "string" },
    share: { type: "string", default: "1" },
    events: { type: "string", default: "1000000,10000000" },
  },
});

async function compareKmeans(): Promise<void> {
  console.log("\nk-means in this process, fastest of 3");
  const { benchKmeans } = await imported<typeof KmeansBench>("kmeans.ts");
  const peer = findPeer();
  benchKmeans("python" in peer ? peer.python : "python3");
}

const counts = (list: string): readonly number[] => list.split(",").map(Number);

const unknown = positionals.find((part) => !PARTS.includes(part));
if (unknown !== undefined) throw new Error(`There is no part "${unknown}". The parts are ${PARTS.join(", ")}.`);
const parts = positionals.length > 0 ? positionals : PARTS;
if (parts.some((part) => part === "lab" || part === "pages") && !existsSync(`${SITE}/index.html`))
  throw new Error("There is no built site. Run `npm run build` first.");
console.log(
  `Clientele in Chromium and its peers on ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), Node ${process.version}`,
);
if (parts.includes("kmeans")) await compareKmeans();
if (parts.includes("lab")) {
  await compareLab({ share: Number(values.share), rounds: Number(values.rounds), cache: CACHE });
}
if (parts.includes("journeys")) compareJourneys(counts(values.events));
if (parts.includes("pages"))
  await comparePages({ rows: counts(values.rows), rounds: Number(values.rounds), file: values.file });
