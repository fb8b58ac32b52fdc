import { numbers, single, texts, type Engine } from "./engine";
import type { NumberProfile } from "./profile";
import { sql, type Sql } from "./sql";
import { binOf } from "./sql/equal-bins";
import { quantiles } from "./sql/quantiles";

const BINS = 24;

/** Types whose values a double may round. */
const WIDE = /^(?:U?(?:BIG|HUGE)INT|DECIMAL)/u;

/**
 * Minimum, quartiles (linear interpolation between order statistics, numpy's default), mean, skewness and histogram of the
 * numbers `d` of a table of cells of that type, all finite. Null when there is none.
 */
export async function profileNumbers(engine: Engine, cells: Sql, type: string): Promise<NumberProfile | null> {
  const answer = await engine.query(sql`
    SELECT CAST(count(d) AS DOUBLE) AS parsed, min(d) AS low, max(d) AS high, avg(d) AS mean,
      ${quantiles(sql`d`, { q01: 0.01, q25: 0.25, q50: 0.5, q75: 0.75, q99: 0.99 })} FROM ${cells}`);
  const read = (column: string): number => single(answer, column);
  if (read("parsed") === 0) return null;
  const narrow = read("q99") > read("q01");
  const [binFrom, binTo] = narrow ? [read("q01"), read("q99")] : [read("low"), read("high")];
  return {
    parsed: read("parsed"),
    min: read("low"),
    q25: read("q25"),
    median: read("q50"),
    q75: read("q75"),
    max: read("high"),
    mean: read("mean"),
    skewness: await skewness(engine, cells, read("mean"), read("high") - read("low")),
    exact: WIDE.test(type) ? await extremes(engine, cells) : null,
    bins: await histogram(engine, cells, binFrom, binTo),
    binFrom,
    binTo,
  };
}

/** Around the mean and in shares of the range, so that no cube leaves the range of doubles. */
async function skewness(engine: Engine, cells: Sql, mean: number, range: number): Promise<number | null> {
  if (!Number.isFinite(mean) || !Number.isFinite(range) || range === 0) return null;
  const answer = await engine.query(sql`
    SELECT avg(z * z) AS second, avg(z * z * z) AS third
    FROM (SELECT (d - ${double(mean)}) / ${double(range)} AS z FROM ${cells} WHERE d IS NOT NULL)`);
  const found = single(answer, "third") / single(answer, "second") ** 1.5;
  return Number.isFinite(found) ? found : null;
}

async function extremes(engine: Engine, cells: Sql): Promise<NumberProfile["exact"]> {
  const answer = await engine.query(sql`
    SELECT CAST(min(c) AS VARCHAR) AS least, CAST(max(c) AS VARCHAR) AS most FROM ${cells} WHERE given`);
  return { min: texts(answer, "least")[0] ?? "", max: texts(answer, "most")[0] ?? "" };
}

async function histogram(engine: Engine, cells: Sql, from: number, to: number): Promise<readonly number[]> {
  const width = (to - from) / BINS;
  const place =
    width > 0 && Number.isFinite(width) ? binOf(sql`((d - ${double(from)}) / ${double(width)})`, BINS) : sql`0::DOUBLE`;
  const answer = await engine.query(sql`
    SELECT ${place} AS bin, CAST(count(*) AS DOUBLE) AS n FROM ${cells} WHERE d IS NOT NULL GROUP BY 1`);
  const counts = numbers(answer, "n");
  const bins = new Array<number>(BINS).fill(0);
  numbers(answer, "bin").forEach((bin, index) => (bins[bin] = counts[index] ?? 0));
  return bins;
}

function double(value: number): Sql {
  return sql`CAST(${value} AS DOUBLE)`;
}
