import { signal } from "@preact/signals";
import type { LastingEngine } from "../data/duckdb/lasting-engine";
import { StoppedError } from "../data/user-error";
import { timed } from "./timing";

/** A thread that ends under the same work this often more is not bad luck. */
const AGAIN = 2;

/** The engine as the flow of data needs it: it can end, and be started again. */
export type MortalEngine = Pick<LastingEngine, "onDeath" | "revive">;

/** Brings back what an engine that stopped took with it. */
export class Mending {
  /** What the screen says meanwhile; null when all is well. */
  readonly notice = signal<string | null>(null);
  /** Work is on its way that makes the tables anew. */
  under = false;

  constructor(private readonly engine: MortalEngine) {}

  /** Does work; where a thread ends under it, does it again with a fresh engine, at most twice more. */
  async lasting<T>(work: () => Promise<T>, stop: AbortSignal): Promise<T> {
    for (let left = AGAIN; ; left--) {
      try {
        await timed("restart", () => this.engine.revive());
        stop.throwIfAborted();
        return await work();
      } catch (error) {
        if (!(error instanceof StoppedError) || left === 0 || stop.aborted) throw error;
      }
    }
  }

  /** A question to the tables; where they are gone meanwhile, it is asked once they are back, which `work` tells. */
  async asked<T>(question: () => Promise<T>, work: () => Promise<void>): Promise<T> {
    if (this.under) await work();
    try {
      return await question();
    } catch (error) {
      if (!(error instanceof StoppedError)) throw error;
      await work();
      return question();
    }
  }

  /** Starts an engine for whatever comes next; should that fail, whoever comes next is told. */
  prepare(): void {
    this.engine.revive().catch(() => undefined);
  }

  begin(): void {
    this.under = true;
    this.notice.value = "The engine stopped and was restarted; bringing your view back.";
  }

  /** The tables stand again. */
  rebuilt(): void {
    this.under = false;
  }

  /** The pages stand again. */
  done(): void {
    if (!this.under) this.notice.value = null;
  }
}
