import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { mergePolicies, policyOf, withPolicyFirst, writePolicy } from "../../../../scripts/build/page-policy.ts";

const policy = `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self'; style-src 'self'">`;
const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

describe("withPolicyFirst", () => {
  it("puts the policy right behind the charset", () => {
    const html = `<head><meta charset="utf-8"><link rel="icon" href="/i.svg">${policy}</head>`;
    expect(withPolicyFirst(html, "x")).toBe(
      `<head><meta charset="utf-8">${policy}<link rel="icon" href="/i.svg"></head>`,
    );
  });

  it("allows what is written into the page by its hash, once, and nothing else", () => {
    const html = `<head><meta charset="utf-8">${policy}<style>a{}</style></head><script>one()</script><script>one()</script><script src="x.js"></script>`;
    const found = policyOf(withPolicyFirst(html, "x"), "x");
    expect(found.get("script-src")).toEqual(["'self'", hash("one()")]);
    expect(found.get("style-src")).toEqual(["'self'", hash("a{}")]);
    expect(withPolicyFirst(withPolicyFirst(html, "x"), "x")).toBe(withPolicyFirst(html, "x"));
  });

  it("refuses a page without a policy", () => {
    expect(() => withPolicyFirst('<head><meta charset="utf-8"></head>', "index.html")).toThrow(
      "index.html has no policy",
    );
    expect(() => policyOf("<head></head>", "index.html")).toThrow("index.html has no policy");
  });
});

describe("mergePolicies", () => {
  it("allows what any policy allows, and names it once", () => {
    const one = policyOf(
      "<meta http-equiv=\"content-security-policy\" content=\"script-src 'self' a; object-src 'none'\">",
      "1",
    );
    const two = policyOf('<meta http-equiv="content-security-policy" content="script-src \'self\' b;sandbox">', "2");
    expect(writePolicy(mergePolicies([one, two]))).toBe("script-src 'self' a b; object-src 'none'; sandbox");
  });
});
