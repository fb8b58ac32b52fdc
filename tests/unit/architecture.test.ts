import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const SRC = resolve(import.meta.dirname, "../../src");

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

/** Room -> rooms it may import. `types` are allowed for type-only imports. */
const RULES: Record<string, { may: readonly string[]; types?: readonly string[] }> = {
  math: { may: [], types: ["workers"] },
  charts: { may: [] },
  view: { may: [], types: ["workers", "data"] },
  workers: {
    may: ["math", "data/readers", "data/samples", "data/export", "data/user-error", "data/abortable"],
    types: ["data"],
  },
  data: { may: [], types: ["workers", "view"] },
  segmentation: {
    may: ["charts", "view", "data/sql", "data/dataset", "data/engine"],
    types: ["data", "workers", "analyses"],
  },
  behaviour: {
    may: ["charts", "view", "data/sql", "data/dataset", "data/engine", "data/user-error"],
    types: ["data", "analyses"],
  },
  analyses: {
    may: [
      "behaviour",
      "charts",
      "segmentation",
      "view",
      "data/sql",
      "data/engine",
      "data/dataset",
      "data/user-error",
      "data/table",
      "math/describing/what-would-move",
    ],
    types: ["data", "workers"],
  },
  session: { may: ["analyses", "data", "view", "workers"], types: ["charts", "segmentation"] },
  components: {
    may: ["charts", "view", "session/start", "session/boot", "styles"],
    types: ["session", "data", "analyses", "workers"],
  },
  layouts: { may: ["components", "styles", "analyses/catalogue"], types: [] },
  pages: { may: ["components", "layouts", "analyses/catalogue", "styles"], types: ["session", "view"] },
};

/** Each big package has its keepers; nobody else knows it. */
const KEEPERS: Record<string, readonly string[]> = {
  "plotly.js-strict-dist-min": ["components/chart/plotly"],
  "@duckdb/duckdb-wasm": ["data/duckdb", "session/boot"],
  comlink: ["workers"],
  "parquet-wasm": ["data/readers", "data/export", "workers"],
  "apache-arrow": ["data"],
  "ml-kmeans": ["math"],
  "@zip.js/zip.js": ["data/readers"],
  sax: ["data/readers"],
  fzstd: ["data/readers"],
};

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => /\.(ts|tsx|astro)$/u.test(file));
const imports = files.flatMap(importsOf);
const ours = imports.filter(({ to }) => to.startsWith("./"));

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(SRC, file), "utf8");
  const found = text.matchAll(
    /(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/gu,
  );
  return [...found].map((match) => {
    const target = match[2] ?? match[3] ?? "";
    const to = target.startsWith(".") ? `./${relative(SRC, resolve(SRC, dirname(file), target))}` : target;
    return {
      from: file,
      to: to.replace(/\.(ts|tsx|astro)(\?.*)?$/u, "").replace(/\?.*$/u, ""),
      typeOnly: match[1] !== undefined,
    };
  });
}

const room = (path: string): string => path.replace(/^\.\//u, "").split("/")[0] ?? "";
const within = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`);

describe("the house", () => {
  it("has a rule for every room", () => {
    const rooms = new Set(files.filter((file) => file.includes("/")).map(room));
    expect([...rooms].filter((name) => !(name in RULES))).toEqual([]);
  });

  it("looks down, never sideways, never up", () => {
    const breaches = ours.filter(({ from, to, typeOnly }) => {
      const rule = RULES[room(from)];
      const target = to.replace(/^\.\//u, "");
      if (rule === undefined || room(from) === room(to)) return false;
      const allowed = typeOnly ? [...rule.may, ...(rule.types ?? [])] : rule.may;
      return !allowed.some((place) => within(target, place));
    });
    expect(breaches.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it("keeps analyses apart from each other", () => {
    const breaches = ours.filter(({ from, to }) => {
      const [, own, ...rest] = from.split("/");
      const [, , other, ...inner] = to.split("/");
      return (
        room(from) === "analyses" && room(to) === "analyses" && rest.length > 0 && inner.length > 0 && own !== other
      );
    });
    expect(breaches.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it("leaves each big package to its keepers", () => {
    const breaches = imports.filter(({ from, to, typeOnly }) => {
      const keeper = Object.entries(KEEPERS).find(([name]) => within(to, name))?.[1];
      return keeper !== undefined && !typeOnly && !keeper.some((place) => from.startsWith(place));
    });
    expect(breaches.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it("has no cycle", () => {
    expect(cycles()).toEqual([]);
  });

  it("has no bucket and no file over 300 lines", () => {
    const buckets = files.filter((file) => /(^|\/)(utils?|helpers?|common|types|misc)(\.ts|\/)/u.test(file));
    const long = files.filter((file) => readFileSync(join(SRC, file), "utf8").split("\n").length > 300);
    expect([...buckets, ...long]).toEqual([]);
  });

  it("writes SQL only where SQL lives", () => {
    const SQL = /sql`\s*(SELECT|WITH|CREATE|INSERT|DROP|SET|COPY|FROM)\b/u;
    const elsewhere = files.filter(
      (file) =>
        SQL.test(readFileSync(join(SRC, file), "utf8")) &&
        !file.startsWith("data/") &&
        !/queries[\w-]*\.ts$/u.test(file),
    );
    expect(elsewhere).toEqual([]);
  });

  it("is described by its map: every room is named in src/README.md", () => {
    const map = readFileSync(join(SRC, "README.md"), "utf8");
    expect(Object.keys(RULES).filter((name) => !map.includes(`\`${name}/\``))).toEqual([]);
  });
});

/** Every cycle of run-time imports, as a path of files. */
function cycles(): readonly string[] {
  const known = new Map(files.map((file) => [`./${file.replace(/\.(ts|tsx|astro)$/u, "")}`, file]));
  const targetOf = (to: string): string | undefined => known.get(to) ?? known.get(`${to}/index`);
  const graph = new Map<string, string[]>();
  for (const { from, to, typeOnly } of ours) {
    const target = targetOf(to);
    if (!typeOnly && target !== undefined) graph.set(from, [...(graph.get(from) ?? []), target]);
  }
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(" -> "));
    if (path.includes(file) || done.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  };
  files.forEach((file) => walk(file, []));
  return found;
}
