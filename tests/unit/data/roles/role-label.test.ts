import { expect, test } from "vitest";
import { choosableRoles, roleLabel } from "../../../../src/data/roles/role-label";
import { FIXED_ROLES } from "../../../../src/data/role";

test("every fixed role has words, and applications carry theirs", () => {
  expect(new Set(FIXED_ROLES.map(roleLabel)).size).toBe(FIXED_ROLES.length);
  expect(roleLabel("app-dl:Gaming")).toBe("Gaming, downlink");
  expect(roleLabel("app:Social Media")).toBe("Social Media, both directions");
});

test("a column may be made an application under its own name", () => {
  const roles = choosableRoles([{ column: "a", role: "app:Gaming", confidence: 1, why: "" }], "Chess");
  expect(roles).toContain("app:Gaming");
  expect(roles).toContain("app-ul:Chess");
});
