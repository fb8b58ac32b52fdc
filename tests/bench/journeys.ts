import { journeys } from "../../src/analyses/journeys";
import { readLog, type Log } from "../../src/behaviour/log";
import { measureFunnel } from "../../src/analyses/journeys/measure-funnel";
import type { PathRecipe } from "../../src/behaviour/recipe";
import { recipeOf } from "../../src/behaviour/recipe-of";
import { readRetention } from "../../src/analyses/journeys/retention";
import { shownEvents } from "../../src/analyses/journeys/shown-events";
import { transitions } from "../../src/analyses/journeys/transitions";
import type { Context } from "../../src/analyses/analysis";
import { defaultsOf } from "../unit/segmentation/defaults";
import { openShop } from "./journeys-data";

/** What is measured, of both sides. */
export type TaskName = "sessions" | "funnel" | "paths" | "retention";

/** Milliseconds by the clock and of all processors together, and what was found. */
interface Done {
  readonly wall: number;
  readonly cpu: number;
  readonly answer: unknown;
}

/** What a process prints. Bytes. */
export interface JourneysRun {
  readonly tasks: Readonly<Record<TaskName, Done>>;
  /** Milliseconds of all that the page shows; the peer has none. */
  readonly page?: number;
  readonly peakBytes: number;
  readonly loadedBytes?: number;
  /** What the engine held at most after a statement. */
  readonly engineBytes?: number;
}

/** The same steps as in `peer_journeys.py`. */
const FUNNEL = "home|catalog|search>product_view>add_to_cart>shipping_details>purchase";

/** The page's work on a shop's log, part by part, then all of it; loading the file is not counted. */
export async function benchJourneys(file: string): Promise<JourneysRun> {
  const { context, columns, engineBytes } = await openShop(file);
  const loadedBytes = process.memoryUsage().rss;
  const values = { ...defaultsOf(journeys.settings), funnel: FUNNEL } as Parameters<typeof journeys.run>[1];
  const recipe: PathRecipe = recipeOf(columns, values);
  let log: Log | null = null;
  const sessions = await done(async () => {
    log = await readLog(context, columns, recipe);
    const { visits, events, customers, bots } = log.account;
    return { visits, events, customers, bots: bots.customers };
  });
  const of = logOf(log);
  const tasks = {
    sessions,
    funnel: await done(() => funnelOf(context, of)),
    paths: await done(() => pathsOf(context, of)),
    retention: await done(() => retentionOf(context, of)),
  };
  const page = sessions.wall + (await done(() => journeys.run(context, values).then(() => null))).wall;
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  return { tasks, page, peakBytes, loadedBytes, engineBytes: engineBytes() };
}

function logOf(log: Log | null): Log {
  if (log === null) throw new Error("The log was not read.");
  return log;
}

async function funnelOf(context: Context, log: Log): Promise<unknown> {
  const plan = { text: FUNNEL, count: "customer", order: "ordered", window: null } as const;
  return (await measureFunnel(context, log, plan, null)).steps.map(({ n }) => n);
}

async function pathsOf(context: Context, log: Log): Promise<unknown> {
  const { from, to, counts } = await transitions(context, log, shownEvents(log, 50));
  const cells = from.flatMap((one, row) =>
    to.map((other, column) => [`${one} > ${other}`, counts[row]?.[column] ?? 0] as const),
  );
  return cells.filter(([, n]) => n > 0).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

async function retentionOf(context: Context, log: Log): Promise<unknown> {
  const found = [];
  for (const period of ["week", "month"] as const) {
    const { cohorts } = await readRetention(context, log, period);
    found.push(cohorts.map(({ label, active }) => [label, ...active]));
  }
  return found;
}

async function done(work: () => Promise<unknown>): Promise<Done> {
  const began = { wall: performance.now(), cpu: process.cpuUsage() };
  const answer = await work();
  const { user, system } = process.cpuUsage(began.cpu);
  return { wall: performance.now() - began.wall, cpu: (user + system) / 1000, answer };
}
