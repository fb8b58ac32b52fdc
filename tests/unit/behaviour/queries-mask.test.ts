import { beforeAll, expect, test } from "vitest";
import type { Log } from "../../../src/behaviour/log";
import { cameQuery, havingQuery, MASKED } from "../../../src/behaviour/queries-mask";
import { shownOnly } from "../../../src/analyses/journeys/queries-moves";
import type { Engine } from "../../../src/data/engine";
import { constant, joined, name, sql, type Sql } from "../../../src/data/sql";
import { seededRandom } from "../../../src/math/random";
import { nodeEngine } from "../../node-engine";
import { aLog } from "./a-log";

let engine: Engine;
let log: Log;
beforeAll(async () => {
  engine = await nodeEngine();
  const random = seededRandom(3);
  const lines = Array.from(
    { length: 4000 },
    (_, at) =>
      `u${at % 60},e${Math.floor(90 * random() ** 2)},2024-01-${String(1 + (at % 28)).padStart(2, "0")} 10:00:00`,
  );
  ({ log } = await aLog(engine, ["user_id,event,timestamp", ...lines].join("\n"), { visits: { by: "day" } }));
});

const rows = async (statement: Sql): Promise<unknown> =>
  (await engine.query(sql`SELECT CAST(COLUMNS(*) AS DOUBLE) FROM (${statement}) ORDER BY ALL`)).columns;

test("visits and customers of each event are those that distinct counts give, with and without a bit of their own", async () => {
  expect(log.names.size).toBeGreaterThan(MASKED + 10);
  const counted = sql`SELECT event_no, count(DISTINCT path_no) AS visits, count(DISTINCT customer_no) AS customers FROM ${name(log.tables.events)} GROUP BY 1`;
  expect(await rows(cameQuery(log.tables, log.names.size))).toEqual(await rows(counted));
});

test.each([[[0, 1, 5]], [[2, MASKED - 1]], [[0, MASKED]], [[MASKED + 3, MASKED + 4]]])(
  "visits that have events %j, or any other, are those that distinct counts give",
  async (shown) => {
    const { events, visits } = log.tables;
    const placed = sql`SELECT path_no, customer_no % 2 AS code, visit % 3 AS p FROM ${name(visits)}`;
    const kept = joined(shown.map((event) => constant(event)));
    const counted = sql`SELECT code, p, t, count(*) AS n FROM (SELECT DISTINCT path_no, CASE WHEN event_no IN (${kept}) THEN event_no ELSE -1 END AS t
      FROM ${name(events)}) JOIN (${placed}) USING (path_no) GROUP BY ALL`;
    expect(await rows(havingQuery(log.tables, placed, shown, (event) => shownOnly(event, shown)))).toEqual(
      await rows(counted),
    );
  },
);
