import { existsSync, mkdirSync } from "node:fs";
import { loadavg } from "node:os";
import type * as LabBench from "./lab.ts";
import type * as LabUsers from "./lab-users.ts";
import { printLabHead, printLabRow } from "./lab-table.ts";
import { visitLab } from "./lab-visit.ts";
import { findPeer } from "./peer.ts";
import { withSite } from "./site.ts";
import { imported } from "./source-import.ts";

const TELECOM = "../shared/data/telecom-xdr/users.csv";
const ROWS = 106_856;

interface LabPart {
  /** Part of the rows of each job that is taken, 0 … 1. */
  readonly share: number;
  /** Visits to the built site. */
  readonly rounds: number;
  /** Where a table is made when users.csv is not beside the project. */
  readonly cache: string;
}

/** The lab's jobs beside scikit-learn's, then the lab in the built site, as one table. */
export async function compareLab({ share, rounds, cache }: LabPart): Promise<void> {
  const peer = findPeer(["sklearn"]);
  if ("missing" in peer) console.log(`\n${peer.missing}`);
  console.log(
    `\nThe clustering lab: times the fastest of a few, tasks and stops the slowest; load average ${loadWords()}`,
  );
  printLabHead();
  const { benchLab } = await imported<typeof LabBench>("lab.ts");
  await benchLab("python" in peer ? peer.python : null, share, printLabRow);
  const file = await usersFile(cache);
  for (const row of await withSite((address) => visitLab(address, file, rounds))) printLabRow(row);
  console.log(`  The site had ${file}. Load average now ${loadWords()}`);
}

function loadWords(): string {
  return loadavg()
    .map((load) => load.toFixed(1))
    .join(", ");
}

async function usersFile(cache: string): Promise<string> {
  if (existsSync(TELECOM)) return TELECOM;
  const path = `${cache}/users-${ROWS}.csv`;
  if (!existsSync(path)) {
    mkdirSync(cache, { recursive: true });
    (await imported<typeof LabUsers>("lab-users.ts")).writeUsers(path, ROWS);
  }
  return path;
}
