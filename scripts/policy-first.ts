import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { AstroIntegration } from "astro";

const POLICY = /<meta http-equiv="content-security-policy"[^>]*>/iu;
const CHARSET = /<meta charset="?utf-8"?[^>]*>/iu;

/** The page with its policy directly behind the charset, so that nothing is asked for before it applies. */
export function withPolicyFirst(html: string, file: string): string {
  const policy = POLICY.exec(html)?.[0];
  const charset = CHARSET.exec(html)?.[0];
  if (policy === undefined || charset === undefined)
    throw new Error(`${file} has no policy or no charset in its head.`);
  return html.replace(policy, "").replace(charset, `${charset}${policy}`);
}

/** Astro writes the policy behind the author's own head children; this moves it first in every page. */
export function policyFirst(): AstroIntegration {
  return {
    name: "policy-first",
    hooks: {
      "astro:build:done": async ({ dir }) => {
        const root = dir.pathname;
        for (const entry of await readdir(root, { recursive: true })) {
          if (!entry.endsWith(".html")) continue;
          const file = join(root, entry);
          await writeFile(file, withPolicyFirst(await readFile(file, "utf8"), entry));
        }
      },
    },
  };
}
