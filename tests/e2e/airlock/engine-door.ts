import type { Page } from "@playwright/test";

/**
 * Lets a test speak to the engine of the sealed page over the engine's own messages, past everything the workbench would
 * allow: to be called before the page is opened.
 */
export async function openEngineDoor(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const send = (worker: Worker, type: string, data: unknown): Promise<{ type: string; data: unknown }> =>
      new Promise((resolve) => {
        const messageId = 1_000_000 + Math.floor(Math.random() * 1_000_000);
        const answer = ({ data: answered }: MessageEvent): void => {
          if (answered?.requestId !== messageId) return;
          worker.removeEventListener("message", answer);
          resolve(answered);
        };
        worker.addEventListener("message", answer);
        native.call(worker, { messageId, type, data });
      });
    const engines: Worker[] = [];
    const native = Worker.prototype.postMessage as (this: Worker, message: unknown, ...rest: unknown[]) => void;
    Worker.prototype.postMessage = function (this: Worker, message: unknown, ...rest: unknown[]): void {
      if ((message as { type?: string } | null)?.type === "INSTANTIATE") engines.push(this);
      native.call(this, message, ...rest);
    };
    (window as { engineDoor?: unknown }).engineDoor = async (statements: readonly string[]) => {
      const engine = engines.at(-1);
      if (engine === undefined) throw new Error("No engine was started.");
      const said: string[] = [];
      const { data: connection } = await send(engine, "CONNECT", null);
      for (const text of statements) {
        const { type, data } = await send(engine, "RUN_QUERY", [connection, text]);
        said.push(type === "ERROR" ? (data as { message: string }).message : type);
      }
      await send(engine, "DISCONNECT", connection);
      return said;
    };
  });
}

/** What the engine answered to each statement: its error, or the kind of its answer. */
export function ask(page: Page, statements: readonly string[]): Promise<string[]> {
  return page.evaluate(
    (texts) => (window as unknown as { engineDoor(all: readonly string[]): Promise<string[]> }).engineDoor(texts),
    statements,
  );
}
