import { describe, expect, it } from "vitest";
import { headersFile, headersFor, nginxFile } from "../../../../scripts/build/host-headers.ts";
import { headersAt, parseHeaderRules } from "../../../../scripts/host/header-rules.ts";

const pages = [
  new Map([
    ["default-src", ["'none'"]],
    ["script-src", ["'self'", "'sha256-a'"]],
  ]),
  new Map([
    ["default-src", ["'none'"]],
    ["script-src", ["'self'", "'sha256-b'"]],
  ]),
];

describe("headers for hosts", () => {
  const headers = headersFor(pages);

  it("carry every page's policy and what only a header can say", () => {
    expect(headers["Content-Security-Policy"]).toBe(
      "default-src 'none'; script-src 'self' 'sha256-a' 'sha256-b'; frame-ancestors 'none'; sandbox allow-scripts allow-same-origin allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox",
    );
    expect(headers["Connection-Allowlist"]).toBe("(response-origin)");
  });

  it("are read from the file as they were written", () => {
    const rules = parseHeaderRules(headersFile(headers));
    const page = headersAt("/docs/", rules);
    for (const [name, value] of Object.entries(headers)) expect(page[name.toLowerCase()]).toBe(value);
    expect(page["cache-control"]).toBeUndefined();
    expect(headersAt("/_astro/a.js", rules)["cache-control"]).toContain("immutable");
    expect(headersAt("/service-worker.js", rules)["cache-control"]).toBe("public, max-age=600");
  });

  it("are the same for nginx", () => {
    for (const [name, value] of Object.entries(headers))
      expect(nginxFile(headers)).toContain(`add_header ${name} "${value}" always;`);
  });

  it("refuse a line that a host would drop", () => {
    const hashes = Array.from({ length: 40 }, (_, index) => `'sha256-${String(index).padStart(44, "0")}'`);
    expect(() => headersFile(headersFor([new Map([["script-src", hashes]])]))).toThrow("hosts take 2000");
  });
});

describe("headersAt", () => {
  it("joins what two rules say under one name", () => {
    const rules = parseHeaderRules("# notes\n/*\n  A: 1\n\n/x/*\n  a: 2\n");
    expect(headersAt("/x/y", rules)).toEqual({ a: "1, 2" });
    expect(headersAt("/z", rules)).toEqual({ a: "1" });
  });
});
