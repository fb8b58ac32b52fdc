import { describe, expect, it } from "vitest";
import { counted, foundSentence } from "../../../../src/components/data-page/found-sentence";
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
  offer: null,
};
const dataset = (customers: number, rowsSetAside: number): Dataset => ({
  grain: "session",
  unit: "customer",
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

  it("makes the plural of a noun", () => {
    expect(counted(2, "value")).toBe("2 values");
    expect(counted(1, "value")).toBe("1 value");
  });
});
