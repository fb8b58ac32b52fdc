import { describe, expect, it } from "vitest";
import { sql } from "../../../src/data/sql";
import { UserError } from "../../../src/data/user-error";
import { failure } from "../../../src/session/failure";
import { nodeEngine } from "../../node-engine";

describe("a failure on the screen", () => {
  it("keeps the words of what a person can mend, without details", () => {
    const shown = failure(new UserError("It is empty.", "Choose another."), "Reading");
    expect(shown).toEqual({ message: "It is empty.", next: "Choose another.", details: null });
  });

  it("has details with version, stage and places in the code, and no value of the data", async () => {
    const engine = await nodeEngine();
    const secret = "Ada O'Lovelace 13114483460844900352";
    const statements = [
      sql`SELECT CAST(${secret} AS DOUBLE) AS a`,
      sql`SELECT ${secret} FROM "table of Ada"`,
      sql`SELECT CAST('13114483460844900352' AS INTEGER) AS "of Ada"`,
      sql`SELECT CAST('Ada''s "own" date' AS DATE)`,
    ];
    for (const statement of statements) {
      const error: unknown = await engine.query(statement).catch((thrown: unknown) => thrown);
      const { details } = failure(error, "Cleaning");
      expect(details).toMatch(/^Clientele \d.*\nWhile: Cleaning\nError: /u);
      expect(details).toMatch(/engine-over/u);
      expect(details).not.toMatch(/Ada|Lovelace|1311448|own/u);
    }
  });

  it("takes anything that was thrown", () => {
    expect(failure("a text", "Reading").details).toContain("Thrown: a text");
  });
});
