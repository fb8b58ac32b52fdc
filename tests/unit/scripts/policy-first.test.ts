import { describe, expect, it } from "vitest";
import { withPolicyFirst } from "../../../scripts/policy-first";

const policy = `<meta http-equiv="content-security-policy" content="default-src 'none'">`;

describe("withPolicyFirst", () => {
  it("puts the policy right behind the charset", () => {
    const html = `<head><meta charset="utf-8"><link rel="icon" href="/i.svg">${policy}</head>`;
    expect(withPolicyFirst(html, "x")).toBe(
      `<head><meta charset="utf-8">${policy}<link rel="icon" href="/i.svg"></head>`,
    );
  });

  it("refuses a page without a policy", () => {
    expect(() => withPolicyFirst('<head><meta charset="utf-8"></head>', "index.html")).toThrow(
      "index.html has no policy",
    );
  });
});
