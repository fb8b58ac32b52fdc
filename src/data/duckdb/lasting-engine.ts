import { abortable } from "../abortable";
import type { Answer, Engine, Filling } from "../engine";
import type { Sql } from "../sql";
import { StoppedError, UserError } from "../user-error";
import { isPoisoned } from "./poisoned";

/** One run of the engine, from its start to its end. */
export interface EngineLife {
  readonly engine: Engine;
  /** Resolves with the reason when the engine has gone; never rejects. */
  readonly death: Promise<string>;
  end(why: string): void;
}

/** A statement that ended the engine this often without ever succeeding is not tried again. */
const DEADLY = 2;

interface Asked {
  readonly key: string;
  readonly lose: (why: StoppedError) => void;
}

/**
 * An engine that can be started anew. When it dies or is poisoned, whoever waits for an answer gets a StoppedError, and
 * so does everyone who asks until `revive` has started the next, empty one. A statement that ended two in a row is refused
 * with a UserError from then on, until it is forgiven.
 */
export class LastingEngine implements Engine {
  private life: EngineLife | null = null;
  private starting: Promise<void> | null = null;
  /** In the order of asking: the first is what the engine works on. */
  private readonly asked = new Set<Asked>();
  private readonly ended = new Map<string, number>();
  private readonly listeners: (() => void)[] = [];

  constructor(private readonly start: () => Promise<EngineLife>) {}

  /** Calls `listener` at every death, before anybody who waits is told. */
  onDeath(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Starts an empty engine where there is none; tries twice. Rejects with a UserError when none starts. */
  async revive(): Promise<void> {
    if (this.life !== null) return;
    this.starting ??= this.begin().finally(() => (this.starting = null));
    await this.starting;
  }

  /** Lets every statement be tried again: the tables under them are about to be others. */
  forgive(): void {
    this.ended.clear();
  }

  /** Waits at most `patience` milliseconds for what is asked now, then ends the engine under it. For work nobody wants. */
  async stopWork(patience: number): Promise<void> {
    const [life, unwanted] = [this.life, [...this.asked]];
    const busy = (): boolean => unwanted.some((one) => this.asked.has(one));
    const deadline = performance.now() + patience;
    while (busy() && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
    if (life !== null && busy()) this.die(life, null);
  }

  query(statement: Sql, signal?: AbortSignal): Promise<Answer> {
    return abortable(
      this.ask(keyOf(statement), (engine) => engine.query(statement)),
      signal,
    );
  }

  queryArrow(statement: Sql): Promise<Uint8Array> {
    return this.ask(keyOf(statement), (engine) => engine.queryArrow(statement));
  }

  insertArrow(ipc: Uint8Array, table: string, create: boolean): Promise<void> {
    return this.ask(`insert ${table}`, (engine) => engine.insertArrow(ipc, table, create));
  }

  /** Batches go into the engine that was asked first; where that has gone, they are refused as it is. */
  async fill(table: string): Promise<Filling> {
    const key = `insert ${table}`;
    const { life } = this;
    const filling = await this.ask(key, (engine) => engine.fill(table));
    const same = <T>(work: () => Promise<T>): Promise<T> =>
      this.life === life ? this.ask(key, work) : Promise.reject(stopped());
    return { insert: (ipc) => same(() => filling.insert(ipc)), end: () => same(() => filling.end()) };
  }

  registerFile(path: string, file: Blob): Promise<void> {
    return this.ask("register", (engine) => engine.registerFile(path, file));
  }

  dropFile(path: string): Promise<void> {
    return this.ask("drop", (engine) => engine.dropFile(path));
  }

  private async ask<T>(key: string, work: (engine: Engine) => Promise<T>): Promise<T> {
    const { life } = this;
    if (life === null) throw stopped();
    if ((this.ended.get(key) ?? 0) >= DEADLY) throw refused();
    const { promise: lost, reject: lose } = Promise.withResolvers<never>();
    const asked = { key, lose };
    this.asked.add(asked);
    try {
      const value = await Promise.race([work(life.engine), lost]);
      this.ended.delete(key);
      return value;
    } catch (error) {
      if (!isPoisoned(error)) throw error;
      this.die(life, asked);
      throw stopped();
    } finally {
      this.asked.delete(asked);
    }
  }

  private async begin(): Promise<void> {
    const life = await this.start().catch(() => this.start().catch(doesNotStart));
    this.life = life;
    void life.death.then(() => this.die(life, first(this.asked)));
  }

  /** `culprit` is what the engine worked on when it died, as far as that is known. */
  private die(life: EngineLife, culprit: Asked | null): void {
    if (this.life !== life) return;
    this.life = null;
    if (culprit !== null) this.ended.set(culprit.key, (this.ended.get(culprit.key) ?? 0) + 1);
    life.end("it is replaced");
    for (const listener of this.listeners) listener();
    for (const { lose } of this.asked) lose(stopped());
    this.asked.clear();
  }
}

/** Names of passing tables hold random numbers; a statement is the same whatever they are. */
function keyOf(statement: Sql): string {
  const text = JSON.stringify([statement.text, statement.values], (_key, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  );
  return text.replace(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gu, "#");
}

function first(asked: ReadonlySet<Asked>): Asked | null {
  for (const one of asked) return one;
  return null;
}

function stopped(): StoppedError {
  return new StoppedError("The engine stopped.", "It is started again, and the view comes back by itself.");
}

function refused(): UserError {
  return new UserError(
    `One step stopped the engine ${DEADLY} times, so it is not tried again.`,
    "Change what it works on: this page's settings, the filters, what the columns mean, or a smaller file with fewer columns.",
  );
}

function doesNotStart(error: unknown): never {
  const details = error instanceof Error ? error.message : String(error);
  throw new UserError(
    `The engine stopped and could not be started again (${details}).`,
    "Close other tabs to free memory, reload this page and open the file again; the address keeps the view.",
  );
}
