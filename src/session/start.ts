import { CATALOGUE } from "../analyses/catalogue";
import { readSampleName } from "../view/sample-name";
import type { Pause } from "../workers/compute-client";
import { browserAddress } from "./address";
import { keepIcons, type Boot } from "./boot";
import { withEngine } from "./engine-ways-out";
import { loadFonts } from "./fonts";
import { beginOffline, offlineWorker } from "./offline";
import { seal } from "./seal";
import type { Session } from "./session";
import { startThreads } from "./threads";
import { installTrustedTypes } from "./trusted-types";
import { warmUp } from "./warm-up";
import type { MakeSample } from "./sample-delivery";
import { WorkbenchSession } from "./workbench-session";

/** Enough that the browser finds the hot loops, few enough to be done in about three seconds. */
const WARM_UP_SAMPLE = { kind: "telecom", rows: 30_000, seed: 1 } as const;

export interface StartOptions {
  /** The path of the top of the site. */
  readonly root: string;
  /** What is fetched for the engines, begun already. */
  readonly boot: Boot;
  /** Whatever else is being fetched: the page is sealed after it. */
  readonly arriving: Promise<unknown>;
  /** Work of the page's own thread, that needs no network: done while the engine starts on its thread. */
  readonly meanwhile: () => Promise<void>;
  /** Told how to let what is computed wait while the page draws. */
  readonly drawing: (pause: Pause) => void;
}

/**
 * Boots in two steps. First everything is fetched from the own host: code, worker sources, engines, fonts. Then the page
 * is sealed, and only after that the workers start and files can be taken. Everything imported must be imported before.
 * Rejects with a plain Error if an asset is missing, or with SealBroken if the seal did not hold.
 */
export async function startSession(options: StartOptions): Promise<Session> {
  const { root } = options;
  installTrustedTypes(offlineWorker(root));
  const offline = import.meta.env.DEV ? null : beginOffline(root);
  const [analyses, fetched] = await Promise.all([
    Promise.all(CATALOGUE.map(async (entry) => ({ entry, analysis: await entry.load() }))),
    options.boot.fetched,
    options.arriving,
    loadFonts(),
    keepIcons(),
  ]);
  const [assets] = await Promise.all([options.boot.assets, offline?.finish(fetched)]);
  // The development server sends its modules and workers over the network while the page runs, so it cannot be sealed.
  const sealed = import.meta.env.DEV ? null : await seal(root);
  const running = Promise.withResolvers<undefined>();
  const rehearsed = running.promise.then(options.meanwhile);
  const [threads] = await Promise.all([startThreads(assets, () => running.resolve(undefined)), rehearsed]);
  options.drawing(threads.pause);
  const evidence = sealed === null ? null : await withEngine(sealed, threads.engine);
  performance.mark("clientele:boot");
  const makeSample: MakeSample = async (sample, told, stop) => ({
    name: `synthetic-${sample.kind}-${sample.rows}.parquet`,
    blob: await threads.reader.sample(sample, told, stop),
  });
  const address = browserAddress(root);
  const parts = { ...threads, analyses };
  const rehearsal = warmUp(parts, (stop) => makeSample(WARM_UP_SAMPLE, () => undefined, stop));
  const makeWay = (): Promise<void> => rehearsal.stop();
  const session = new WorkbenchSession({ ...parts, address, makeSample, makeWay, seal: evidence });
  // A link to a sample names all of it: there is no file to wait for.
  if (readSampleName(session.view.value.fingerprint?.sample ?? "") !== null) void session.openSample();
  return session;
}
