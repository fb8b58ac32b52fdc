import { describe, expect, test } from "vitest";
import { journeyRoles } from "../../../src/behaviour/guess-reasons";
import type { TableColumn } from "../../../src/data/table/table-column";

const column = (label: string, kind: TableColumn["kind"], more: Partial<TableColumn> = {}): TableColumn => ({
  ...{ id: label, label, kind, rows: 1000, missing: 0, distinct: 10, distinctApproximate: false },
  ...{ min: NaN, max: NaN, skewness: null, role: "none" },
  ...more,
});

const of = (columns: readonly TableColumn[]) => new Map(journeyRoles(columns).map((role) => [role.setting, role]));

describe("why columns were taken for what", () => {
  test("by name, by the Data page, by content", () => {
    const roles = of([
      column("user", "id", { role: "customer" }),
      column("sitting", "id", { role: "session", distinct: 300 }),
      column("ts", "moment"),
      column("colour", "category"),
      column("qty", "integer", { min: 0 }),
    ]);
    expect(roles.get("session")).toMatchObject({
      guessed: "sitting",
      sure: true,
      why: "The Data page takes it for the session.",
    });
    expect(roles.get("when")).toMatchObject({ guessed: "ts", why: "The only column with times.", sure: true });
    expect(roles.get("what")).toMatchObject({ guessed: "colour", sure: false });
    expect(roles.get("quantity")).toMatchObject({ guessed: "qty", why: "Its name says “qty”." });
    expect(roles.get("amount")).toMatchObject({ guessed: null, sure: true });
  });

  test("a date in three columns, and two columns of times of which one was taken", () => {
    const parts = [
      column("year", "integer", { min: 2008, max: 2008 }),
      column("month", "integer", { min: 4, max: 8 }),
      column("day", "integer", { min: 1, max: 31 }),
    ];
    expect(of(parts).get("when")).toMatchObject({ guessed: "year, month, day", sure: true });
    expect(of([column("a1", "moment"), column("b1", "moment")]).get("when")).toMatchObject({ sure: false });
  });

  test("nothing to follow is worth a look; only fitting columns can be chosen", () => {
    const none = of([column("user", "id", { role: "customer" }), column("nothing", "empty")]);
    expect([none.get("what")?.sure, none.get("when")?.sure]).toEqual([false, false]);
    expect([...none.values()].flatMap(({ columns }) => columns)).toEqual([]);
    const some = of([column("ts", "moment"), column("price", "number"), column("page", "category")]);
    expect(some.get("when")?.columns).toEqual(["ts"]);
    expect(some.get("price")?.columns).toEqual(["price"]);
    expect(some.get("what")?.columns).toEqual(["ts", "price", "page"]);
  });
});
