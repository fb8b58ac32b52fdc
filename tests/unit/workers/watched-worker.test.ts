import { expect, it } from "vitest";
import { endWhenStuck, watchedWorker } from "../../../src/workers/watched-worker";
import { nodeWorker } from "../../node-worker";

const idle = "setInterval(() => undefined, 1000);";

it("tells of a worker that was ended without a word", async () => {
  const { worker, death } = watchedWorker((name) => nodeWorker(idle, name), "idle");
  await new Promise((resolve) => setTimeout(resolve, 100));
  worker.terminate();
  expect(await death).toBe("its worker was ended");
});

it("tells of a worker that failed, and ends it", async () => {
  const { death } = watchedWorker((name) => nodeWorker("throw new Error('planted')", name), "failing");
  expect(await death).toBe("planted");
});

it("ends a worker that goes on with what nobody wants, and leaves one that stops", async () => {
  const [stuck, fine] = [0, 1].map(() => watchedWorker((name) => nodeWorker(idle, name), "unwanted"));
  if (stuck === undefined || fine === undefined) throw new Error("Two workers were started.");
  const stop = new AbortController();
  const { promise, resolve } = Promise.withResolvers<undefined>();
  endWhenStuck(stuck, new Promise(() => undefined), stop.signal);
  endWhenStuck(fine, promise, stop.signal);
  stop.abort();
  resolve(undefined);
  expect(await stuck.death).toBe("it did not stop when asked");
  fine.end("the test is over");
  expect(await fine.death).toBe("the test is over");
});
