import { createHash } from "node:crypto";

/** Static hosts take no larger file. */
export const LARGEST_BYTES = 25 * 1024 * 1024;

/** Directives every page must carry with exactly these sources; scripts and styles are looked at one by one. */
const DIRECTIVES: Readonly<Record<string, readonly string[]>> = {
  "default-src": ["'none'"],
  "connect-src": ["'self'", "blob:"],
  "worker-src": ["'self'", "blob:"],
  "img-src": ["'self'", "data:", "blob:"],
  "font-src": ["'self'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
  "object-src": ["'none'"],
  "require-trusted-types-for": ["'script'"],
  "trusted-types": ["default"],
};

/** How the scripts begin that the framework and the missing page write into a page; any other is unexpected. */
const KNOWN_SCRIPTS = [
  /^\(\(\)=>\{var \w+=async \w+=>\{await\(await \w+\(\)\)\(\)\};\(self\.Astro\|\|/u,
  /^\(\(\)=>\{var \w+=Object\.defineProperty;.*customElements\.get\("astro-island"\)/su,
  /^\s*\/\/ The site may lie in any folder above this address/u,
];

const FIRST = /<head>\s*<meta charset="?utf-8"?[^>]*>\s*<meta http-equiv="content-security-policy" content="([^"]*)"/iu;
const LOADING =
  /<(?!a[\s>])[a-z][\w-]*\s[^>]*?\b(?:src|srcset|href|action|formaction|poster|data|ping|background)=["']?\s*((?:https?:)?\/\/[^"'\s>]+)/giu;

/** What of a finished page would let something out, or in: plain sentences, none for a sound page. */
export function faultsOfPage(html: string, file: string): readonly string[] {
  const policy = FIRST.exec(html)?.[1];
  if (policy === undefined) return [`${file}: the policy does not stand directly behind the charset.`];
  const directives = parsed(policy);
  return [
    ...faultsOfPolicy(directives, file),
    ...faultsOfInline(html, directives, file),
    ...[...html.matchAll(LOADING)].map(([, address]) => `${file}: asks for ${address}.`),
    ...[...html.matchAll(/<[a-z][^>]*\s(on\w+)=/giu)].map(
      ([, name]) => `${file}: has a handler ${name}= in its markup.`,
    ),
    ...(/javascript:/iu.test(withoutScripts(html)) ? [`${file}: has a javascript: address.`] : []),
    ...(/http-equiv=["']?refresh/iu.test(html) ? [`${file}: leads on by itself.`] : []),
  ];
}

/** What of a script would start a worker that does not inherit the page's policy. */
export function faultsOfScript(code: string, file: string): readonly string[] {
  const started = [...code.matchAll(/new\s+(?:\w+\.)?(?:Shared)?Worker\(\s*(new URL\(|(["'`])(?!data:|blob:))/gu)];
  return started.map(([text]) => `${file}: starts a worker from the network: ${text}…`);
}

/** What of a style sheet would ask another host. */
export function faultsOfStyle(style: string, file: string): readonly string[] {
  const asked = [...style.matchAll(/(?:url\(\s*["']?|@import\s+["'])((?:https?:)?\/\/[^"')\s]+)/giu)];
  return asked.map(([, address]) => `${file}: asks for ${address}.`);
}

/** A file too large for common hosts. */
export function faultsOfSize(bytes: number, file: string): readonly string[] {
  if (bytes <= LARGEST_BYTES) return [];
  return [`${file}: ${(bytes / 1024 / 1024).toFixed(1)} MiB, over the 25 MiB that hosts take.`];
}

type Directives = ReadonlyMap<string, readonly string[]>;

function parsed(policy: string): Directives {
  const parts = policy
    .replaceAll("&#39;", "'")
    .split(";")
    .map((part) => part.trim().split(/\s+/u));
  return new Map(parts.flatMap(([name, ...sources]) => (name ? [[name, sources] as const] : [])));
}

function faultsOfPolicy(directives: Directives, file: string): readonly string[] {
  const missing = Object.entries(DIRECTIVES).flatMap(([name, allowed]) => {
    const sources = directives.get(name);
    if (sources === undefined) return [`${file}: the policy says nothing of ${name}.`];
    return sources.filter((source) => !allowed.includes(source)).map((source) => `${file}: ${name} allows ${source}.`);
  });
  const open = ["script-src", "style-src"].flatMap((name) => {
    const sources = directives.get(name) ?? ["everything"];
    const known =
      name === "script-src" ? /^'(?:self|wasm-unsafe-eval|sha256-[\w+/=]+)'$/u : /^'(?:self|sha256-[\w+/=]+)'$/u;
    return sources.filter((source) => !known.test(source)).map((source) => `${file}: ${name} allows ${source}.`);
  });
  return [...missing, ...open];
}

function faultsOfInline(html: string, directives: Directives, file: string): readonly string[] {
  const faults: string[] = [];
  for (const [, attributes = "", text = ""] of html.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gsu)) {
    if (/\bsrc=/u.test(attributes)) continue;
    if (!KNOWN_SCRIPTS.some((known) => known.test(text)))
      faults.push(`${file}: unexpected script in the page: ${text.trim().slice(0, 60)}…`);
    if (directives.get("script-src")?.includes(hashOf(text)) !== true)
      faults.push(`${file}: a script in the page is not allowed by its hash.`);
  }
  for (const [, text = ""] of html.matchAll(/<style\b[^>]*>(.*?)<\/style>/gsu))
    if (directives.get("style-src")?.includes(hashOf(text)) !== true)
      faults.push(`${file}: a style in the page is not allowed by its hash.`);
  return faults;
}

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const withoutScripts = (html: string): string => html.replaceAll(/<script\b.*?<\/script>/gsu, "");
