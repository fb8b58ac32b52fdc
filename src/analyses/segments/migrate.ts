import { numbers, texts } from "../../data/engine";
import type { Flow } from "../../workers/lab/moving";
import type { Context } from "../analysis";
import type { Grouping } from "./grouping";
import { earlierQuery, leftQuery } from "./queries-earlier";

/** How customers moved from the segments of an earlier file to those of this one. */
export interface Migration {
  /** The earlier file, as it was called. */
  readonly label: string;
  /** Its segments, by falling size. */
  readonly before: readonly string[];
  /** Largest first; -1 before is one who joined, -1 after one who left, the number of segments after is noise. */
  readonly flows: readonly Flow[];
  readonly joined: number;
  readonly left: number;
  /** Customers in both. */
  readonly matched: number;
}

/** Matches by the customer's key, never by place. Null when no earlier segments are there. */
export async function migrationOf(
  context: Context,
  customerNo: Int32Array,
  { labels, k }: Pick<Grouping, "labels" | "k">,
): Promise<Migration | null> {
  const { earlier = null } = await context.table();
  if (earlier === null) return null;
  const answer = await context.query(earlierQuery(earlier.table));
  const segmentOf = new Map<number, string>();
  const names = texts(answer, "segment");
  numbers(answer, "customer_no").forEach((no, at) => {
    const name = names[at];
    if (name !== null && name !== undefined) segmentOf.set(no, name);
  });
  const gone = await context.query(leftQuery(earlier.table));
  const goneNames = texts(gone, "segment");
  const goneCounts = numbers(gone, "customers");
  const before = bySize([...segmentOf.values(), ...goneNames.flatMap((name) => (name === null ? [] : [name]))]);
  const place = new Map(before.map((name, at) => [name, at]));
  const then = customerNo.map((no) => place.get(segmentOf.get(no) ?? "") ?? -1);
  const leaving = goneNames.flatMap((name, at) =>
    Array.from({ length: goneCounts[at] ?? 0 }, () => place.get(name ?? "") ?? -1),
  );
  const moved = await context.compute("migration", {
    before: Int32Array.from([...then, ...leaving]),
    // Noise is no leaving: it comes after the segments.
    after: Int32Array.from([...labels.map((label) => (label < 0 ? k : label)), ...leaving.map(() => -1)]),
    kBefore: before.length,
    kAfter: k + 1,
  });
  return {
    label: earlier.label,
    before,
    flows: moved.flows,
    joined: moved.joined,
    left: moved.left,
    matched: then.filter((one) => one >= 0).length,
  };
}

function bySize(names: readonly string[]): readonly string[] {
  const sizes = new Map<string, number>();
  for (const name of names) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  return [...sizes].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
}
