import { describe, expect, it } from "vitest";
import { chooseColumns, listColumns } from "../../../../src/components/data-page/column-list";
import type { RoleAssignment } from "../../../../src/data/role";

const role = (column: string, is: RoleAssignment["role"], confidence = 1): RoleAssignment => ({
  column,
  role: is,
  confidence,
  why: "",
});
const roles = [
  role("HTTP DL (Bytes)", "none"),
  role("IMSI", "customer"),
  role("Start", "start", 0.5),
  role("IMEI", "none"),
];
const nothing = new Map();
const names = (list: readonly RoleAssignment[]): string[] => list.map((entry) => entry.column);

describe("the list of columns", () => {
  it("puts columns with a meaning first and keeps the file's order otherwise", () => {
    expect(names(listColumns(roles, nothing))).toEqual(["IMSI", "Start", "HTTP DL (Bytes)", "IMEI"]);
  });

  it("finds in any case, by any character", () => {
    const list = listColumns(roles, nothing);
    expect(names(chooseColumns(list, nothing, { search: " im", filter: "all" }))).toEqual(["IMSI", "IMEI"]);
    expect(names(chooseColumns(list, nothing, { search: "(bytes)", filter: "all" }))).toEqual(["HTTP DL (Bytes)"]);
    expect(names(chooseColumns(list, nothing, { search: ".*", filter: "all" }))).toEqual([]);
  });

  it("filters by meaning and by what deserves a look", () => {
    const list = listColumns(roles, nothing);
    expect(names(chooseColumns(list, nothing, { search: "", filter: "with-role" }))).toEqual(["IMSI", "Start"]);
    expect(names(chooseColumns(list, nothing, { search: "", filter: "without-role" }))).toEqual([
      "HTTP DL (Bytes)",
      "IMEI",
    ]);
    expect(names(chooseColumns(list, nothing, { search: "", filter: "problems" }))).toEqual(["Start"]);
  });
});
