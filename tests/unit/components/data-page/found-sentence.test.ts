import { describe, expect, it } from "vitest";
import { affectedWords } from "../../../../src/components/data-page/affected-words";
import { certainty } from "../../../../src/components/data-page/confidence";
import { counted, foundSentence } from "../../../../src/components/data-page/found-sentence";
import { ariaSort, nextOrder } from "../../../../src/components/data-page/sort-order";
import type { Dataset } from "../../../../src/data/dataset";
import type { Opened } from "../../../../src/session/session";

const opened: Opened = {
  label: "xdr.parquet",
  format: "parquet",
  bytes: 1,
  rows: 150_001,
  columns: 55,
  fingerprint: { hash: "0", rows: 150_001, columns: 55, sample: null },
  synthetic: false,
  notes: [],
  mismatch: null,
};
const dataset = (customers: number, rowsSetAside: number): Dataset => ({
  grain: "session",
  metrics: [],
  apps: [],
  categories: [],
  hasTime: false,
  trafficDefinition: "",
  counts: { rowsRead: 150_001, rowsSetAside, rowsKept: 0, rowsFiltered: 0, customers },
  version: "1",
});

describe("what was found, in one sentence", () => {
  it("gives the size, the customers and the rows set aside", () => {
    expect(foundSentence(opened, dataset(106_856, 1067))).toBe(
      "150,001 rows and 55 columns; 106,856 customers; 1,067 rows set aside.",
    );
  });

  it("gives the size alone until the data is prepared, and says when nothing was set aside", () => {
    expect(foundSentence(opened, null)).toBe("150,001 rows and 55 columns.");
    expect(foundSentence({ ...opened, rows: 1, columns: 1 }, dataset(1, 0))).toBe(
      "1 row and 1 column; 1 customer; no rows set aside.",
    );
  });

  it("counts what a step touched in its own noun", () => {
    expect(counted(2, "value")).toBe("2 values");
    expect(affectedWords({ affected: 1066, of: "rows" })).toBe("1,066 rows");
    expect(affectedWords({ affected: 1, of: "columns" })).toBe("1 column");
    expect(affectedWords({ affected: 0, of: "values" })).toBe("nothing found");
  });

  it("grades a guess, and never grades a person", () => {
    expect(certainty({ confidence: 0.95, why: "name" })).toBe("sure");
    expect(certainty({ confidence: 0.6, why: "name" })).toBe("likely");
    expect(certainty({ confidence: 0.59, why: "name" })).toBe("guess");
    expect(certainty({ confidence: 1, why: "chosen by you" })).toBe("yours");
  });

  it("sorts up, then down, then not at all", () => {
    const up = nextOrder(null, "a");
    const down = nextOrder(up, "a");
    expect([ariaSort(up, "a"), ariaSort(down, "a"), ariaSort(up, "b")]).toEqual(["ascending", "descending", "none"]);
    expect(nextOrder(down, "a")).toBeNull();
    expect(nextOrder(down, "b")).toEqual({ column: "b", descending: false });
  });
});
