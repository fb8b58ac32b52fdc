import { expect, test } from "vitest";
import type { RoleAssignment } from "../../../../src/data/role";
import { applyCorrections } from "../../../../src/data/roles/apply-corrections";

const GUESSES: readonly RoleAssignment[] = [
  { column: "IMSI", role: "none", confidence: 0.6, why: "" },
  { column: "MSISDN", role: "customer", confidence: 0.98, why: "" },
];

test("a chosen role is taken from the column that had it", () => {
  const roles = applyCorrections(GUESSES, [["IMSI", "customer"]]);
  expect(roles.map(({ role }) => role)).toEqual(["customer", "none"]);
  expect(roles[0]).toMatchObject({ confidence: 1, why: "chosen by you" });
});

test("unknown columns and unknown roles change nothing", () => {
  expect(
    applyCorrections(GUESSES, [
      ["IMEI", "customer"],
      ["IMSI", "emperor"],
      ["IMSI", "app:"],
    ]),
  ).toEqual(GUESSES);
});

test("an application can be named by hand", () => {
  expect(applyCorrections(GUESSES, [["IMSI", "app:Chess"]])[0]?.role).toBe("app:Chess");
});
