import { expect, it } from "vitest";
import { watchedWorker } from "../../../src/workers/watched-worker";
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
