import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** One entry of a lockfile, as far as it matters here. */
interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

/** A package whose code may be in the site. */
export interface Shipped {
  /** Where it is installed: "node_modules/preact". */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

const LICENCE_FILE = /^(?:licen[cs]e|copying|copyright|notice)/iu;

/** The packages that a lockfile installs for running, and those of their own: at least what the site is made of. */
export function shippedPackages(lockfile: string): readonly Shipped[] {
  const { packages } = JSON.parse(lockfile) as { packages: Record<string, Locked> };
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== "" && dev !== true && devOptional !== true)
    .filter(([path]) => !path.includes("node_modules/@types/") && !path.endsWith("undici-types"))
    .map(([path, { version = "", license = "see below" }]) => ({
      path,
      name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
      version,
      licence: license,
    }));
}

/**
 * The licences of everything in the site that others wrote, as one text: each package with its version and its licence,
 * then each licence's text once, with the packages it came with. Packages that bring no text are named with their licence.
 */
export async function licencesText(root: string, own: string): Promise<string> {
  const shipped = shippedPackages(await readFile(join(root, "package-lock.json"), "utf8"));
  const texts = new Map<string, string[]>();
  for (const { path, name, version } of shipped)
    for (const text of await textsIn(join(root, path)))
      texts.set(text, [...(texts.get(text) ?? []), `${name} ${version}`]);
  const list = shipped.map(({ name, version, licence }) => `${name} ${version}: ${licence}`);
  const parts = [...texts].map(([text, names]) => `${"-".repeat(72)}\n${names.join(", ")}\n\n${text}`);
  return [
    "Clientele is made of its own code and of these packages.",
    `${"-".repeat(72)}\nClientele\n\n${own.trim()}`,
    list.join("\n"),
    ...parts,
    "",
  ].join("\n\n");
}

async function textsIn(folder: string): Promise<readonly string[]> {
  const files = (await readdir(folder)).filter((file) => LICENCE_FILE.test(file)).sort();
  return Promise.all(files.map(async (file) => (await readFile(join(folder, file), "utf8")).trim()));
}
