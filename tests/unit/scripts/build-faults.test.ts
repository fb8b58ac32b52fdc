import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  faultsOfPage,
  faultsOfScript,
  faultsOfSize,
  faultsOfStyle,
  LARGEST_BYTES,
} from "../../../scripts/build-faults";

const ISLAND = "(()=>{var e=async t=>{await(await t())()};(self.Astro||(self.Astro={})).load=e;})();";
const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const POLICY = [
  "default-src 'none'",
  "connect-src 'self' blob:",
  "worker-src 'self' blob:",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types default",
  `script-src 'self' 'wasm-unsafe-eval' ${hash(ISLAND)}`,
  `style-src 'self' ${hash("a{}")}`,
].join("; ");

const meta = (policy: string): string => `<meta http-equiv="content-security-policy" content="${policy}">`;
const page = (policy = POLICY, head = "", body = ""): string =>
  `<!doctype html><html><head><meta charset="utf-8">${meta(policy)}<title>t</title>${head}</head><body><script>${ISLAND}</script><style>a{}</style><a href="https://elsewhere.test/">out</a>${body}</body></html>`;

describe("the check of a build", () => {
  it("finds nothing in a sound page, where an ordinary link may lead out", () => {
    expect(faultsOfPage(page(), "index.html")).toEqual([]);
  });

  it.each([
    [
      "a policy behind something else",
      page()
        .replace(meta(POLICY), "")
        .replace("<title>", `${meta(POLICY)}<title>`)
        .replace('<meta charset="utf-8">', '<meta charset="utf-8"><link rel="icon" href="/i.svg">'),
    ],
    ["no policy", page().replace(meta(POLICY), "")],
    ["something before the charset", page().replace("<head>", '<head><link rel="icon" href="/i.svg">')],
  ])("refuses %s", (_, html) => {
    expect(faultsOfPage(html, "x.html")).toEqual(["x.html: the policy does not stand directly behind the charset."]);
  });

  it.each([
    [
      "another host to connect to",
      POLICY.replace("connect-src 'self' blob:", "connect-src 'self' blob: https://x.test"),
      "connect-src allows https://x.test",
    ],
    ["any host for pictures", POLICY.replace("img-src 'self'", "img-src *"), "img-src allows *"],
    ["code from texts", POLICY.replace("'wasm-unsafe-eval'", "'unsafe-eval'"), "script-src allows 'unsafe-eval'"],
    [
      "scripts in the page without a hash",
      POLICY.replace(hash(ISLAND), "'unsafe-inline'"),
      "script-src allows 'unsafe-inline'",
    ],
    ["no word on forms", POLICY.replace("form-action 'none'; ", ""), "the policy says nothing of form-action"],
    [
      "no Trusted Types",
      POLICY.replace("require-trusted-types-for 'script'; ", ""),
      "says nothing of require-trusted-types-for",
    ],
  ])("refuses a policy with %s", (_, policy, fault) => {
    expect(faultsOfPage(page(policy), "x.html").join("\n")).toContain(fault);
  });

  it.each([
    ["a script nobody knows", "", "<script>alert(1)</script>", "unexpected script in the page: alert(1)"],
    ["a style without its hash", "", "<style>b{}</style>", "a style in the page is not allowed by its hash"],
    ["a script of another host", '<script src="https://cdn.test/x.js"></script>', "", "asks for https://cdn.test/x.js"],
    [
      "a style sheet of another host",
      '<link rel="stylesheet" href="//cdn.test/x.css">',
      "",
      "asks for //cdn.test/x.css",
    ],
    ["a picture of another host", "", '<img alt="" src=http://cdn.test/x.png>', "asks for http://cdn.test/x.png"],
    ["a handler in the markup", "", '<p onclick="go()">x</p>', "has a handler onclick="],
    ["a javascript address", "", '<a href="javascript:go()">x</a>', "has a javascript: address"],
    ["a page that leads on", '<meta http-equiv="refresh" content="0;url=/x">', "", "leads on by itself"],
  ])("refuses %s", (_, head, body, fault) => {
    expect(faultsOfPage(page(POLICY, head, body), "x.html").join("\n")).toContain(fault);
  });

  it.each([
    'new Worker(new URL("./w.js", import.meta.url))',
    "new Worker(new URL(`/seal.js`,location.origin),{type:`module`})",
    'new Worker("/w.js")',
    'new SharedWorker("https://x.test/w.js")',
    "new window.Worker('/w.js')",
  ])("refuses a worker from the network: %s", (code) => {
    expect(faultsOfScript(code, "x.js")).toHaveLength(1);
  });

  it("lets workers from memory pass", () => {
    const code = 'new Worker(address);new Worker(`data:text/javascript,`+text);new Worker("blob:x");';
    expect(faultsOfScript(code, "x.js")).toEqual([]);
  });

  it("refuses a style that asks another host, and a file that hosts do not take", () => {
    expect(faultsOfStyle('a{background:url("https://x.test/i.png")}', "x.css")).toHaveLength(1);
    expect(faultsOfStyle("@import '//x.test/a.css';", "x.css")).toHaveLength(1);
    expect(faultsOfStyle("a{background:url(./i.png)}", "x.css")).toEqual([]);
    expect(faultsOfSize(LARGEST_BYTES, "x.gz")).toEqual([]);
    expect(faultsOfSize(LARGEST_BYTES + 1, "x.gz")).toHaveLength(1);
  });
});
