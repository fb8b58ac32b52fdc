import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { licencesText, shippedPackages } from "../../scripts/build/licences";

const ROOT = resolve(import.meta.dirname, "../..");

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const text = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const lockfile = text("package-lock.json");
const { lockfileVersion, packages } = JSON.parse(lockfile) as {
  lockfileVersion: number;
  packages: Record<string, Locked>;
};
const own = JSON.parse(text("package.json")) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
  scripts: Record<string, string>;
};
const installed = Object.entries(packages).filter(([path]) => path !== "");
const nameOf = (path: string): string => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

/** Everything that runs in the visitor's browser is asked for here by name; one more is a decision, not an accident. */
const RUN_TIME = [
  "@duckdb/duckdb-wasm",
  "@fontsource-variable/inter",
  "@preact/signals",
  "@zip.js/zip.js",
  "apache-arrow",
  "comlink",
  "fzstd",
  "ml-kmeans",
  "parquet-wasm",
  "plotly.js-strict-dist-min",
  "preact",
  "sax",
];

/** Known holes without a fix on the registry, a build that needs `eval`, or code that phones home. */
const BANNED = ["xlsx", "plotly.js", "plotly.js-dist-min", "plotly.js-dist", "event-stream", "request", "node-ipc"];

/** Licences that ask for no more than to be named, and the font's. */
const LICENCES = /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|CC0-1\.0|BlueOak-1\.0\.0|OFL-1\.1|MIT OR Apache-2\.0)$/u;

describe("npm ci", () => {
  it("installs nothing whose content is not named by its hash", () => {
    expect(lockfileVersion).toBe(3);
    const without = installed.filter(([, { integrity }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/u.test(integrity ?? ""));
    expect(without.map(([path]) => path)).toEqual([]);
    expect(installed.length).toBeGreaterThan(100);
  });

  it("takes everything from the registry: no repository, no address, no folder", () => {
    const elsewhere = installed.filter(
      ([, { link, resolved, version }]) =>
        link === true ||
        (resolved !== undefined && !resolved.endsWith(".tgz")) ||
        !/^\d+\.\d+\.\d+/u.test(version ?? ""),
    );
    expect(elsewhere.map(([path]) => path)).toEqual([]);
    const asked = Object.entries(packages).flatMap(([path, { dependencies = {}, optionalDependencies = {} }]) =>
      Object.entries({ ...dependencies, ...optionalDependencies }).map(([name, range]) => ({ path, name, range })),
    );
    expect(
      asked.filter(({ range }) => /^(?:git|https?|file|link|github):|\//u.test(range.replace(/^npm:@?[^@]+@/u, ""))),
    ).toEqual([]);
  });

  it("runs the install scripts of allowed packages only", () => {
    const running = installed
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([path]) => nameOf(path));
    const allowed = Object.keys(own.allowScripts).filter((name) => own.allowScripts[name] === true);
    expect([...new Set(running)].sort()).toEqual(allowed.sort());
    expect(Object.keys(own.scripts).filter((name) => /^(?:pre|post)?(?:install|prepare)$/u.test(name))).toEqual([]);
  });

  it("asks for exact versions, and for those that the lockfile has", () => {
    for (const [name, version] of Object.entries({ ...own.dependencies, ...own.devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/u);
      expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
  });

  it("brings none of the banned packages", () => {
    expect(installed.map(([path]) => nameOf(path)).filter((name) => BANNED.includes(name))).toEqual([]);
  });
});

describe("what ships", () => {
  const shipped = shippedPackages(lockfile);

  it("are these packages and no other", () => {
    expect(Object.keys(own.dependencies).sort()).toEqual(RUN_TIME);
    expect(shipped.map(({ name }) => name)).toEqual(expect.arrayContaining(RUN_TIME));
    expect(shipped.length).toBeLessThan(60);
  });

  it("may be passed on: each has a licence that only wants to be named", () => {
    // One package has its licence in a file only: the MIT text.
    const odd = shipped.filter(({ licence, name }) => !LICENCES.test(licence) && name !== "json-bignum");
    expect(odd.map(({ name, licence }) => `${name}: ${licence}`)).toEqual([]);
  });

  it("is named with its licence in the site's own list", async () => {
    const list = await licencesText(ROOT, text("LICENSE"));
    for (const { name, version } of shipped) expect(list).toContain(`${name} ${version}: `);
    expect(list).toContain("Permission is hereby granted, free of charge");
    expect(list).toContain("Apache License");
    expect(list.length).toBeLessThan(400_000);
  });
});

const WORKFLOWS = join(ROOT, ".github/workflows");

describe.skipIf(!existsSync(WORKFLOWS))("continuous integration", () => {
  const steps = readdirSync(WORKFLOWS).flatMap((file) =>
    [...text(`.github/workflows/${file}`).matchAll(/^\s*-?\s*uses:\s*(\S+)/gmu)].map(([, action]) => ({
      file,
      action,
    })),
  );

  it("runs actions named by the hash of their commit", () => {
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.filter(({ action }) => !/^[\w./-]+@[0-9a-f]{40}$/u.test(action ?? ""))).toEqual([]);
  });

  it("installs what the lockfile says, and asks whether any of it is known to be vulnerable", () => {
    const all = readdirSync(WORKFLOWS)
      .map((file) => text(`.github/workflows/${file}`))
      .join("\n");
    expect(all).not.toMatch(/npm (?:install|i|update)\b/u);
    expect(all).toMatch(/npm audit --omit=dev/u);
    expect(all).toMatch(/npm audit signatures/u);
  });
});
