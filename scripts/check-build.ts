/**
 * Looks at every file of a finished build and fails it if a page could leak: `node scripts/check-build.ts [--dir dist]`.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { faultsOfPage, faultsOfScript, faultsOfSize, faultsOfStyle } from "./build-faults.ts";

const { values } = parseArgs({ options: { dir: { type: "string", default: process.env["CLIENTELE_OUT"] ?? "dist" } } });

const CHECKS: Readonly<Record<string, (text: string, file: string) => readonly string[]>> = {
  html: faultsOfPage,
  js: faultsOfScript,
  css: faultsOfStyle,
};

const files = readdirSync(values.dir, { recursive: true, encoding: "utf8" }).filter((file) =>
  statSync(join(values.dir, file)).isFile(),
);
const faults = files.flatMap((file) => {
  const check = CHECKS[file.split(".").at(-1) ?? ""];
  const path = join(values.dir, file);
  const size = faultsOfSize(statSync(path).size, file);
  return check === undefined ? size : [...size, ...check(readFileSync(path, "utf8"), file)];
});
const pages = files.filter((file) => file.endsWith(".html")).length;
if (pages === 0) faults.push(`${values.dir} holds no page.`);
if (faults.length > 0) {
  console.error(`This build is not published as it is:\n${faults.map((fault) => `- ${fault}`).join("\n")}`);
  process.exitCode = 1;
} else console.log(`Checked ${pages} pages and ${files.length - pages} other files: nothing in them leads out.`);
