import { describe, expect, it } from "vitest";
import { PreviewCache, rowsPerPage } from "../../../../src/components/data-page/preview-cache";
import type { PreviewPage } from "../../../../src/data/preview";

interface Asked {
  readonly from: number;
  readonly answer: () => void;
  readonly fail: () => void;
}

function table(pageSize = 10, keep = 3) {
  const asked: Asked[] = [];
  const problems: unknown[] = [];
  let pages = 0;
  const fetch = (from: number, count: number): Promise<PreviewPage> =>
    new Promise((resolve, reject) => {
      const rows = Array.from({ length: count }, (_, index) => [String(from + index)]);
      asked.push({
        from,
        answer: () => resolve({ from, columns: ["n"], rows, total: 1000 }),
        fail: () => reject(new Error("gone")),
      });
    });
  const cache = new PreviewCache(
    fetch,
    pageSize,
    () => (pages += 1),
    (problem) => problems.push(problem),
    keep,
  );
  const answer = async (): Promise<void> => {
    asked.at(-1)?.answer();
    await settle();
  };
  return { cache, asked, problems, answer, pages: () => pages };
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe("pages of the preview", () => {
  it("gives a row once its page is here, at its own position", async () => {
    const { cache, answer } = table();
    cache.want(12, 14);
    expect(cache.row(13)).toBeUndefined();
    await answer();
    expect(cache.row(13)).toEqual(["13"]);
    expect(cache.row(3)).toBeUndefined();
  });

  it("asks once for a page that is wanted many times", async () => {
    const { cache, asked, answer } = table();
    cache.want(0, 5);
    cache.want(1, 6);
    cache.want(2, 7);
    await answer();
    cache.want(3, 8);
    expect(asked.map((one) => one.from)).toEqual([0]);
  });

  it("forgets what a fast scroll only passed", async () => {
    const { cache, asked, answer } = table();
    cache.want(0, 5);
    cache.want(100, 105);
    cache.want(200, 205);
    cache.want(300, 305);
    await answer();
    await answer();
    expect(asked.map((one) => one.from)).toEqual([0, 300]);
  });

  it("fetches both pages of a window that lies across a border", async () => {
    const { cache, asked, answer } = table();
    cache.want(8, 12);
    await answer();
    await answer();
    expect(asked.map((one) => one.from)).toEqual([0, 10]);
    expect(cache.row(8)).toEqual(["8"]);
    expect(cache.row(11)).toEqual(["11"]);
  });

  it("keeps the pages used last", async () => {
    const { cache, answer } = table(10, 2);
    for (const from of [0, 10, 0, 20]) {
      cache.want(from, from + 1);
      await answer();
    }
    expect(cache.row(0)).toEqual(["0"]);
    expect(cache.row(10)).toBeUndefined();
    expect(cache.row(20)).toEqual(["20"]);
  });

  it("tells a failure once and can be asked again", async () => {
    const { cache, asked, problems, answer } = table();
    cache.want(0, 25);
    asked.at(-1)?.fail();
    await settle();
    expect(problems).toHaveLength(1);
    expect(asked).toHaveLength(1);
    cache.want(0, 5);
    await answer();
    expect(cache.row(0)).toEqual(["0"]);
  });

  it("says nothing after it is closed", async () => {
    const { cache, pages, answer } = table();
    cache.want(0, 5);
    cache.close();
    await answer();
    expect(pages()).toBe(0);
  });

  it("asks for fewer rows of a very wide file", () => {
    expect(rowsPerPage(6)).toBe(200);
    expect(rowsPerPage(400)).toBe(50);
    expect(rowsPerPage(10_000)).toBe(20);
    expect(rowsPerPage(0)).toBe(200);
  });
});
