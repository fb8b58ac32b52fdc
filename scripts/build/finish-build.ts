import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { describeBuild, filesOf, writeInto } from "./describe-build.ts";
import { drawIcon } from "./draw-icon.ts";
import { licencesText } from "./licences.ts";
import { withPolicyFirst } from "./page-policy.ts";
import { pngOf } from "./png.ts";
import { withRelativeAddresses, withRelativeNeighbours } from "./relative-addresses.ts";

/** What the manifest and phones ask for, all drawn from the one icon. */
const ICONS = {
  "icons/icon-192.png": { size: 192, bleeds: false },
  "icons/icon-512.png": { size: 512, bleeds: false },
  "icons/maskable-512.png": { size: 512, bleeds: true },
  "icons/touch-180.png": { size: 180, bleeds: true },
} as const;

/** A missing page is shown at any depth, so it says everything in itself and finds the site by its own script. */
const ANY_DEPTH = "404.html";

const SOURCE = fileURLToPath(new URL("../../", import.meta.url));

/** Makes what Astro built into a site for any path and any host: addresses, policies, headers, icons, offline copy. */
export function finishBuild(): AstroIntegration {
  return {
    name: "finish-build",
    hooks: { "astro:build:done": ({ dir }) => finish(fileURLToPath(dir)) },
  };
}

async function finish(root: string): Promise<void> {
  const icon = await readFile(join(root, "favicon.svg"), "utf8");
  for (const [path, wish] of Object.entries(ICONS)) await writeInto(root, path, pngOf(drawIcon(icon, wish)));
  await writeInto(root, "licences.txt", await licencesText(SOURCE, await readFile(join(SOURCE, "LICENSE"), "utf8")));
  for (const path of await filesOf(root)) {
    const finished = await finishedText(root, path);
    if (finished !== null) await writeInto(root, path, finished);
  }
  await describeBuild(root);
}

/** What a page or a style sheet becomes; null for a file that stays as Astro built it. */
async function finishedText(root: string, path: string): Promise<string | null> {
  if (path.startsWith("_astro/") && path.endsWith(".css"))
    return withRelativeNeighbours(await readFile(join(root, path), "utf8"));
  if (!path.endsWith(".html")) return null;
  const html = withPolicyFirst(await readFile(join(root, path), "utf8"), path);
  return path === ANY_DEPTH ? html : withRelativeAddresses(html, path);
}
