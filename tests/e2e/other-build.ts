import { cp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describeBuild, filesOf } from "../../scripts/build/describe-build.ts";

/** What the names of the other build's files have that the first one's lack. */
export const OTHER = "-next";

const HASHED = /^_astro\/.*\.[\w-]+\.(?:js|css|woff2)$/u;

/** A build in which every hashed file has another name, as after a change that touches all: made in `to` from the one in `from`. */
export async function makeOtherBuild(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true });
  const files = await filesOf(to);
  const names = files
    .filter((file) => HASHED.test(file))
    .map((file) => file.slice("_astro/".length))
    .map((name) => [name, name.replace(/(\.\w+)$/u, `${OTHER}$1`)] as const);
  const renamed = (text: string): string => names.reduce((out, [name, next]) => out.replaceAll(name, next), text);
  for (const file of files.filter((name) => /\.(?:html|js|css)$/u.test(name))) {
    const text = await readFile(join(to, file), "utf8");
    const next = renamed(text);
    if (next !== text) await writeFile(join(to, file), next);
  }
  for (const [name, next] of names) await rename(join(to, "_astro", name), join(to, "_astro", next));
  await describeBuild(to);
}
