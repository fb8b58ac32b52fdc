import { Int32, makeData, Table, tableToIPC, Vector } from "apache-arrow";
import { textVector } from "../arrow-vectors";
import { numbers, single, texts, type Engine } from "../engine";
import { sql } from "../sql";

/** A segment of the lab: 0 is the largest. */
export interface KeptSegment {
  readonly segment: number;
  readonly name: string;
  readonly customers: number;
}

/** Who is in which segment, whatever number a customer has in the tables. */
export interface KeptSegments {
  readonly segments: readonly KeptSegment[];
  /** Changes when somebody is in another segment, not when one is named anew. */
  readonly version: string;
}

/**
 * Keeps what `derived_segments` (customer_no, segment) says by the file's own customer_id, with the segments' names, in
 * `kept_segments` (customer_id, segment, segment_name); then numbers it, see `numberSegments`.
 */
export async function keepSegments(engine: Engine, names: readonly string[]): Promise<KeptSegments> {
  await engine.query(sql`DROP TABLE IF EXISTS segment_names`);
  await engine.insertArrow(tableToIPC(namesTable(names), "stream"), "segment_names", true);
  await engine.query(sql`
    CREATE OR REPLACE TABLE kept_segments AS
    SELECT n.customer_id, d.segment, s.segment_name
    FROM derived_segments AS d JOIN customer_numbers AS n USING (customer_no) LEFT JOIN segment_names AS s USING (segment)`);
  await engine.query(sql`DROP TABLE segment_names`);
  await numberSegments(engine);
  const counted = await engine.query(sql`
    SELECT CAST(segment AS DOUBLE) AS segment, any_value(segment_name) AS name, CAST(count(*) AS DOUBLE) AS n
    FROM kept_segments WHERE segment >= 0 GROUP BY 1 ORDER BY 1`);
  const [called, customers] = [texts(counted, "name"), numbers(counted, "n")];
  const segments = Array.from(numbers(counted, "segment"), (segment, at) => ({
    segment,
    name: called[at] ?? `Number ${segment}`,
    customers: customers[at] ?? 0,
  }));
  return { segments, version: await versionOf(engine) };
}

/**
 * Writes `derived_segments` (customer_no, segment, segment_name) anew with the numbers that customers have now; joined by
 * customer_id, never by position. Does nothing where no segments are kept.
 */
export async function numberSegments(engine: Engine): Promise<void> {
  if (!(await areKept(engine))) return;
  await engine.query(sql`
    CREATE OR REPLACE TABLE derived_segments AS
    SELECT n.customer_no, k.segment, k.segment_name
    FROM kept_segments AS k JOIN customer_numbers AS n USING (customer_id)
    WHERE n.customer_no IS NOT NULL ORDER BY n.customer_no`);
}

/** Whether the lab has said who is in which segment of the tables as they are. */
export async function areKept(engine: Engine): Promise<boolean> {
  const answer = await engine.query(
    sql`SELECT CAST(count(*) AS DOUBLE) AS n FROM information_schema.tables WHERE table_name = 'kept_segments'`,
  );
  return single(answer, "n") > 0;
}

function namesTable(names: readonly string[]): Table {
  const segment = Int32Array.from(names, (_, place) => place);
  const numbered = new Vector([makeData({ type: new Int32(), data: segment, length: segment.length })]);
  return new Table({ segment: numbered, segment_name: textVector(names) });
}

async function versionOf(engine: Engine): Promise<string> {
  const answer = await engine.query(
    sql`SELECT CAST(bit_xor(hash(customer_id, segment)) AS VARCHAR) AS version FROM kept_segments`,
  );
  return texts(answer, "version")[0] ?? "none";
}
