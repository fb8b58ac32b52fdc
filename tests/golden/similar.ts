import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { prepareFeatures } from "../../src/math/preparing/prepare-features";
import { finish } from "../../src/math/progress";
import type { Matrix } from "../../src/workers/lab/matrix";

const SHARED = resolve(import.meta.dirname, "../../../shared/data");
const FILES = {
  users: {
    path: `${SHARED}/telecom-xdr/users.csv`,
    columns: [
      "sessions",
      "total_duration",
      "total_bytes",
      "avg_tcp_retrans_bytes",
      "avg_rtt_ms",
      "avg_throughput_kbps",
    ],
    grouped: { column: "sessions", least: 8 },
  },
  social: {
    path: `${SHARED}/social-media/train.csv`,
    columns: [
      "Daily_Usage_Time (minutes)",
      "Posts_Per_Day",
      "Likes_Received_Per_Day",
      "Comments_Received_Per_Day",
      "Messages_Sent_Per_Day",
    ],
    grouped: { column: "Posts_Per_Day", least: 7 },
  },
} as const;

/** False where the users' files are not beside the project; tests that need them are then skipped. */
export const usersThere = Object.values(FILES).every(({ path }) => existsSync(path));

interface GoldenSimilar {
  readonly rows: number;
  readonly singles: readonly {
    readonly row: number;
    readonly nearest: readonly number[];
    readonly distances: readonly number[];
    readonly identical: number;
    readonly median: number;
  }[];
  readonly group: {
    readonly members: number;
    readonly own90: number;
    readonly within90: number;
    readonly distances: readonly number[];
  };
}

/** What scikit-learn and numpy say; similar.py made it. */
export const goldenSimilar = JSON.parse(readFileSync(join(import.meta.dirname, "similar.json"), "utf8")) as {
  readonly users: GoldenSimilar;
  readonly social: GoldenSimilar;
};

/** The same file as similar.py reads it, standardised by the lab itself, and the rows of its group. */
export function usersOf(file: keyof typeof FILES): { readonly matrix: Matrix; readonly group: Uint8Array } {
  const { path, columns, grouped } = FILES[file];
  const [head = [], ...lines] = readFileSync(path, "utf8")
    .split(/\r?\n/u)
    .map((line) => line.split(","));
  const rows = lines.filter((cells) => cells.length >= head.length);
  const column = (name: string): Float64Array => Float64Array.from(rows, (cells) => Number(cells[head.indexOf(name)]));
  const { matrix } = finish(
    prepareFeatures({
      features: columns.map((name) => ({ kind: "number", column: column(name), transform: "none", weight: 1 })),
      treatment: { missing: "mean", outliers: { method: "keep" }, scaling: "zscore" },
    }),
  );
  return { matrix, group: Uint8Array.from(column(grouped.column), (value) => (value >= grouped.least ? 1 : 0)) };
}
