import { createHash } from "node:crypto";

const POLICY = /<meta http-equiv="content-security-policy" content="([^"]*)"[^>]*>/iu;
const CHARSET = /<meta charset="?utf-8"?[^>]*>/iu;

/** Directives of a policy with their sources, in the order in which they were written. */
export type Policy = ReadonlyMap<string, readonly string[]>;

/**
 * The page with its policy directly behind the charset, so that nothing is asked for before it applies. Scripts and styles
 * written into the page by hand are allowed by their hash. Throws when the page has no policy or no charset.
 */
export function withPolicyFirst(html: string, file: string): string {
  const [tag, text] = POLICY.exec(html) ?? [];
  const charset = CHARSET.exec(html)?.[0];
  if (tag === undefined || text === undefined || charset === undefined)
    throw new Error(`${file} has no policy or no charset in its head.`);
  const policy = writePolicy(mergePolicies([parsePolicy(text), inlinePolicy(html)]));
  const meta = `<meta http-equiv="content-security-policy" content="${policy}">`;
  return html.replace(tag, "").replace(charset, () => `${charset}${meta}`);
}

/** The policy that a finished page carries. Throws when there is none. */
export function policyOf(html: string, file: string): Policy {
  const text = POLICY.exec(html)?.[1];
  if (text === undefined) throw new Error(`${file} has no policy.`);
  return parsePolicy(text);
}

/** One policy that allows what any of the given ones allows; a source is named once. */
export function mergePolicies(policies: readonly Policy[]): Policy {
  const merged = new Map<string, string[]>();
  for (const [name, sources] of policies.flatMap((policy) => [...policy])) {
    const known = merged.get(name) ?? [];
    merged.set(name, [...new Set([...known, ...sources])]);
  }
  return merged;
}

/** A policy as text. */
export function writePolicy(policy: Policy): string {
  return [...policy].map(([name, sources]) => [name, ...sources].join(" ")).join("; ");
}

function parsePolicy(text: string): Policy {
  const directives = text.split(";").map((part) => part.trim().split(/\s+/u));
  return new Map(directives.flatMap(([name, ...sources]) => (name ? [[name, sources] as const] : [])));
}

function inlinePolicy(html: string): Policy {
  const hashes = (element: string): readonly string[] =>
    [...html.matchAll(new RegExp(`<${element}>(.*?)</${element}>`, "gsu"))].map(([, text]) => hashOf(text ?? ""));
  return new Map([
    ["script-src", hashes("script")],
    ["style-src", hashes("style")],
  ]);
}

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
