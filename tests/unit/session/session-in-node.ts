import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { CATALOGUE } from "../../../src/analyses/catalogue";
import { LastingEngine } from "../../../src/data/duckdb/lasting-engine";
import { sampleParquet } from "../../../src/data/export/sample-parquet";
import { startParquet } from "../../../src/data/readers/parquet/parquet";
import type { Address } from "../../../src/session/address";
import { WorkbenchSession, type SessionParts } from "../../../src/session/workbench-session";
import { directCompute } from "../../../src/workers/direct-compute";
import { nodeEngine } from "../../node-engine";

const wasm = createRequire(import.meta.url).resolve("parquet-wasm/esm/parquet_wasm_bg.wasm");

/** An engine in this process that can end and be started again, as the browser's can. */
export function lastingNodeEngine(memoryLimit?: string): LastingEngine {
  return new LastingEngine(async () => {
    const { promise: death, resolve: end } = Promise.withResolvers<string>();
    return { engine: await nodeEngine(memoryLimit), death, end };
  });
}

/** What the workbench is made of, without a screen: the real engine, reader, jobs and analyses. */
export async function partsInNode(memoryLimit?: string): Promise<Omit<SessionParts, "address" | "seal">> {
  const engine = lastingNodeEngine(memoryLimit);
  const [analyses] = await Promise.all([
    Promise.all(CATALOGUE.map(async (entry) => ({ entry, analysis: await entry.load() }))),
    engine.revive(),
  ]);
  return {
    engine,
    analyses,
    reader: startParquet(new Uint8Array(readFileSync(wasm))),
    compute: directCompute,
    makeSample: async (sample) => {
      const blob = await sampleParquet(sample, () => true);
      if (blob === null) throw new Error("The sample was stopped.");
      return { name: "sample.parquet", blob };
    },
  };
}

/** A workbench over parts that are there. */
export function sessionOver(parts: Omit<SessionParts, "address" | "seal">, address: Address): WorkbenchSession {
  return new WorkbenchSession({ ...parts, address, seal: null });
}

/** The whole workbench, with parts of its own. */
export async function sessionInNode(address: Address): Promise<WorkbenchSession> {
  return sessionOver(await partsInNode(), address);
}

/** Resolves once every analysis that runs with the file has ended. */
export async function settled(session: WorkbenchSession): Promise<void> {
  const ended = (): boolean =>
    session.stage.value.name === "ready" &&
    session.pages.every(({ id, onVisit }) => onVisit || !["running", "waiting"].includes(session.run(id).value.state));
  while (!ended()) {
    if (session.stage.value.name === "failed" || session.stage.value.name === "mapping")
      throw new Error(JSON.stringify(session.stage.value));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** How the analyses that run with the file have ended, in the order of the menu. */
export function statesOf(session: WorkbenchSession): readonly string[] {
  return session.pages.filter(({ onVisit }) => !onVisit).map(({ id }) => session.run(id).value.state);
}
