import { describe, expect, it } from "vitest";
import {
  readChoice,
  ROLE_GROUPS,
  roleLabel,
  splitRole,
  suggestApplication,
} from "../../../../src/components/data-page/role-labels";
import { FIXED_ROLES } from "../../../../src/data/role";

describe("the roles a person can choose", () => {
  it("offers every role exactly once, each with words of its own", () => {
    const offered = ROLE_GROUPS.flatMap((group) => group.choices);
    expect([...offered].sort()).toEqual([...FIXED_ROLES, "app", "app-dl", "app-ul"].sort());
    expect(new Set(offered.map(roleLabel)).size).toBe(offered.length);
  });

  it("takes an application's role apart, whatever its name holds", () => {
    expect(splitRole("app-dl:Gaming")).toEqual({ choice: "app-dl", application: "Gaming" });
    expect(splitRole("app:a: b")).toEqual({ choice: "app", application: "a: b" });
    expect(splitRole("customer")).toEqual({ choice: "customer", application: "" });
  });

  it("reads nothing that it did not offer", () => {
    expect(readChoice("rtt-dl")).toBe("rtt-dl");
    expect(readChoice("__proto__")).toBeNull();
    expect(readChoice("constructor")).toBeNull();
  });

  it("proposes an application's name from the column's", () => {
    expect(suggestApplication("Social Media DL (Bytes)")).toBe("Social Media");
    expect(suggestApplication("youtube_ul_bytes")).toBe("youtube");
    expect(suggestApplication("Other UL")).toBe("Other");
    expect(suggestApplication("total_dl_bytes")).toBe("total_dl_bytes");
  });
});
