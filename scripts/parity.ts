import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import { runnerImport } from "vite";
import type * as table from "./parity/parity-table";

/**
 * Runs the clustering lab's jobs beside scikit-learn's recorded answers and writes the table that the docs show:
 * npm run parity
 * Needs the data sets and references beside the project (../shared) and some minutes. Ends with 1 if anything differs that
 * is no better and not explained.
 */
const OUT = new URL("../src/components/docs/parity.json", import.meta.url).pathname;

// Sources import each other without extensions, which Node alone does not resolve; Vite's own loader does.
const { module: parity } = await runnerImport<typeof table>(
  new URL("parity/parity-table.ts", import.meta.url).pathname,
  { configFile: false, logLevel: "error" },
);

if (parity.neededIsThere()) {
  const made = parity.parityTable((doing) => console.log(doing));
  const lines = made.lines.map((line) => `    ${JSON.stringify(line)}`).join(",\n");
  writeFileSync(OUT, `{\n  "madeWith": ${JSON.stringify(made.madeWith)},\n  "lines": [\n${lines}\n  ]\n}\n`);
  const count = (verdict: string): number => made.lines.filter((line) => line.verdict === verdict).length;
  const verdicts = ["same", "better", "other groups", "differs"].map((verdict) => `${verdict} ${count(verdict)}`);
  console.log(`${relative(process.cwd(), OUT)}: ${made.lines.length} numbers: ${verdicts.join(", ")}`);
  for (const line of made.lines) if (line.verdict === "differs") console.error(line);
  if (count("differs") > 0) process.exitCode = 1;
} else {
  console.log(`The table is left as it is, because not all of these are there:\n${parity.NEEDED.join("\n")}`);
}
