import { numbers, single, type Answer } from "../../data/engine";
import { readable } from "../../data/sql";
import type { Context } from "../analysis";
import { has } from "./queries";
import { appColumnsQuery, correlationsQuery, gridsQuery, linksQuery, type Grid } from "./queries-applications";
import type { AppLink, AppLinks, Correlations, OverviewBase, Pca } from "./result";

const COLUMNS = 24;
const ROWS = 18;

/** How applications go with total traffic and with one another. Null where the data has too few of them. */
export async function readApplications(
  context: Context,
): Promise<Pick<OverviewBase, "links" | "correlations" | "pca">> {
  const { dataset } = context;
  const links = dataset.apps.length > 0 && has(dataset, "traffic_bytes") ? await readLinks(context) : null;
  if (dataset.apps.length < 2 || dataset.counts.customers < 3) return { links, correlations: null, pca: null };
  const correlations = await readCorrelations(context);
  context.onProgress(0.8, "Finding what applications have in common");
  return { links, correlations, pca: await readPca(context) };
}

async function readLinks(context: Context): Promise<AppLinks> {
  const { dataset } = context;
  const statement = linksQuery(dataset.apps);
  const lines = await context.query(statement);
  const at = (column: string, row: number): number => numbers(lines, column)[row] ?? NaN;
  const grids = dataset.apps
    .map((app, index): Grid => ({
      app,
      index,
      xHigh: at("x_high", index),
      yHigh: at("y_high", index),
      columns: COLUMNS,
      rows: ROWS,
    }))
    .filter((grid) => grid.xHigh > 0 && grid.yHigh > 0);
  const cells = grids.length > 0 ? await context.query(gridsQuery(grids)) : null;
  const apps = grids.map((grid): AppLink => ({
    label: grid.app.label,
    correlation: at("correlation", grid.index),
    slope: at("slope", grid.index),
    intercept: at("intercept", grid.index),
    xEdges: edges(grid.xHigh, COLUMNS),
    yEdges: edges(grid.yHigh, ROWS),
    counts: countsOf(cells, grid.index),
  }));
  return { apps, sql: readable(statement) };
}

function edges(high: number, count: number): readonly number[] {
  return Array.from({ length: count + 1 }, (_, index) => (high * index) / count);
}

function countsOf(cells: Answer | null, wanted: number): readonly (readonly number[])[] {
  const counts = Array.from({ length: ROWS }, () => new Array<number>(COLUMNS).fill(0));
  if (cells === null) return counts;
  const [apps, xs, ys, customers] = [
    numbers(cells, "app"),
    numbers(cells, "x"),
    numbers(cells, "y"),
    numbers(cells, "customers"),
  ];
  apps.forEach((app, row) => {
    const line = counts[ys[row] ?? 0];
    if (app === wanted && line !== undefined) line[xs[row] ?? 0] = customers[row] ?? 0;
  });
  return counts;
}

async function readCorrelations(context: Context): Promise<Correlations> {
  const { dataset } = context;
  const statement = correlationsQuery(dataset.apps);
  const answer = await context.query(statement);
  const at = (i: number, j: number): number => (i === j ? 1 : single(answer, `c_${Math.min(i, j)}_${Math.max(i, j)}`));
  return {
    labels: dataset.apps.map((app) => app.label),
    values: dataset.apps.map((_, i) => dataset.apps.map((__, j) => at(i, j))),
    n: single(answer, "n"),
    sql: readable(statement),
  };
}

async function readPca(context: Context): Promise<Pca> {
  const { dataset } = context;
  const statement = appColumnsQuery(dataset.apps);
  const answer = await context.query(statement);
  const columns = dataset.apps.map((app) => numbers(answer, app.column));
  const input = { features: { columns }, scaling: "zscore" as const, components: dataset.apps.length };
  const { explained, loadings, rowsUsed } = await context.compute("pca", input, { signal: context.signal });
  return { labels: dataset.apps.map((app) => app.label), explained, loadings, rowsUsed, sql: readable(statement) };
}
