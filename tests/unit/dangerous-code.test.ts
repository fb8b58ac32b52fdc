import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const SRC = resolve(import.meta.dirname, "../../src");
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) =>
  /\.(?:ts|tsx|astro)$/u.test(file),
);
const text = (file: string): string => readFileSync(join(SRC, file), "utf8");

/** The code of a file without its comments, which may speak of anything. */
const code = (file: string): string => text(file).replace(/\/\*.*?\*\/|(?<=^|\s)\/\/[^\n]*|<!--.*?-->/gsu, "");

/** Ways by which text becomes markup, code, style or an address, and who may use them, and why. */
const BANNED: readonly (readonly [string, RegExp, readonly string[]])[] = [
  ["markup from text", /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|setHTML\w*|srcdoc)\b/u, []],
  // The policy for such sinks names the one that it lets through, for pictures only.
  [
    "a parser of markup",
    /\b(?:DOMParser|createContextualFragment|document\.write(?:ln)?)\b/u,
    ["session/trusted-types.ts"],
  ],
  ["raw markup in a template", /\b(?:set:html|is:raw)\b/u, []],
  // The page without the workbench finds its own place by a script; the build hashes it into the policy.
  ["a script that the build does not hash", /<script[^>]*\bis:inline\b/u, ["pages/404.astro"]],
  // The self-check tries it, to see it refused.
  [
    "code from text",
    /\beval\s*\(|\bFunction\s*\(|\bconstruct\(\s*Function\b|\bsetTimeout\(\s*["'`]/u,
    ["session/ways-out.ts"],
  ],
  ["an address that is code", /["'`]\s*(?:javascript|vbscript):/iu, []],
  ["a handler as text", /setAttribute\(\s*["'`]on/u, []],
  ["a pattern from text", /\bRegExp\s*\(/u, []],
  ["an object filled by keys from outside", /\bObject\.assign\(\s*\{\s*\}\s*,\s*JSON|\b__proto__\b/u, []],
  ["storage in the browser", /\b(?:sessionStorage|document\.cookie)\b/u, []],
];

describe("the source", () => {
  it.each(BANNED)("holds no %s", (_, pattern, allowed) => {
    expect(files.filter((file) => pattern.test(code(file)) && !allowed.includes(file))).toEqual([]);
  });

  it("has a link's address only from its own paths", () => {
    const links = files.flatMap((file) =>
      [...code(file).matchAll(/\b(?:href|src|action|formaction)=\{([^}]*)\}/gu)].map(([, value]) => ({
        file,
        value: value ?? "",
      })),
    );
    // A look's address is written by the codec of links, as the address bar's is.
    const OWN = /^(?:looks\.href\(look\)$|rooted\(|at\(|`\$\{files$|`#\$\{id$|inter$|path$|address$)/u;
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter(({ value }) => !OWN.test(value))).toEqual([]);
  });

  it("keeps in the browser's storage what a person prefers, and nothing of the data", () => {
    expect(files.filter((file) => /\blocalStorage\b/u.test(code(file)))).toEqual(["components/shell/preferences.ts"]);
  });
});

/** Every pattern that is written in the source, once. */
function patterns(): readonly { readonly file: string; readonly pattern: RegExp }[] {
  const found = new Map<string, { file: string; pattern: RegExp }>();
  for (const file of files.filter((name) => /\.tsx?$/u.test(name))) {
    const walk = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf("/");
        const pattern = new RegExp(node.text.slice(1, end), node.text.slice(end + 1));
        found.set(node.text, { file, pattern });
      }
      node.forEachChild(walk);
    };
    walk(ts.createSourceFile(file, text(file), ts.ScriptTarget.ESNext, false));
  }
  return [...found.values()];
}

const LENGTH = 20_000;
/** Longer than any linear pattern takes, also on a busy machine; a quadratic one takes seconds. */
const LIMIT_MS = 80;

const PIECES = [
  ..."0a-A_.:,;'\"“<>&/\\\t\n\r%|=+*([{}])é# ?!$@~\0\uFEFF",
  "a ",
  "0,",
  "<a",
  "a-",
  '"a',
  "''",
  '""',
  "\\'",
  "a,",
  "--",
  "1e",
  "a:",
  "://",
  "é́",
  "1.",
  "-1",
  "/*",
  "<!--",
  "%{",
  "$1",
];

/** Text of one piece over and over, with something at its end that makes a match fail late. */
const EVIL = PIECES.flatMap((piece) => ["", "\u0001x"].map((end) => piece.repeat(LENGTH / piece.length) + end));

function slowest(pattern: RegExp, evil: string): number {
  const once = (): number => {
    const began = performance.now();
    evil.replace(pattern, "");
    return performance.now() - began;
  };
  let least = once();
  for (let again = 0; again < 3 && least > LIMIT_MS; again += 1) least = Math.min(least, once());
  return least;
}

describe("patterns", () => {
  const all = patterns();

  it("are found in the source", () => expect(all.length).toBeGreaterThan(50));

  it("take no more than linear time, whatever the text", () => {
    const slow = all.flatMap(({ file, pattern }) => {
      const evil = EVIL.find((made) => slowest(pattern, made) > LIMIT_MS);
      return evil === undefined ? [] : [`${file}: ${pattern} on ${JSON.stringify(evil.slice(0, 12))}…`];
    });
    expect(slow).toEqual([]);
  });
});
