import { readFileSync } from "node:fs";
import preact from "@astrojs/preact";
import { defineConfig } from "astro/config";
import { finishBuild } from "./scripts/build/finish-build.ts";
import { libraryOnCall } from "./scripts/build/library-on-call.ts";
import { CHART_STYLES } from "./src/session/chart-styles.ts";

/** parquet-wasm names its module by URL for those who start it that way; we start it from the compressed copy in engine/. */
const withoutBareWasm = () => ({
  name: "without-bare-wasm",
  generateBundle(_options, bundle) {
    for (const file of Object.keys(bundle)) if (file.endsWith(".wasm")) Reflect.deleteProperty(bundle, file);
  },
});

const version = (name) =>
  JSON.parse(readFileSync(new URL(`./node_modules/${name}/package.json`, import.meta.url), "utf8")).version;

export default defineConfig({
  output: "static",
  trailingSlash: "always",
  outDir: process.env.CLIENTELE_OUT ?? "dist",
  build: { format: "directory", inlineStylesheets: "never" },
  devToolbar: { enabled: false },
  integrations: [preact(), finishBuild()],
  vite: {
    plugins: [withoutBareWasm(), libraryOnCall("plotly-strict.min.js")],
    define: {
      __CLIENTELE_VERSION__: JSON.stringify(
        JSON.parse(readFileSync(new URL("./package.json", import.meta.url), "utf8")).version,
      ),
      __DUCKDB_VERSION__: JSON.stringify(version("@duckdb/duckdb-wasm")),
      __PARQUET_VERSION__: JSON.stringify(version("parquet-wasm")),
    },
    worker: { format: "es" },
    // What a page of the site asks for lies beside what asks for it, so that one build serves under any path.
    experimental: { renderBuiltUrl: (_file, { ssr }) => (ssr ? undefined : { relative: true }) },
    build: { target: "es2022", assetsInlineLimit: 0, chunkSizeWarningLimit: 6000 },
    optimizeDeps: { exclude: ["parquet-wasm", "plotly.js-strict-dist-min"] },
  },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "connect-src 'self' blob:",
        // The own host only for registering the service worker: the second policy takes it away before any worker starts.
        "worker-src 'self' blob:",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "object-src 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types default",
      ],
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      styleDirective: {
        resources: ["'self'", { resource: "'unsafe-inline'", kind: "attribute" }],
        hashes: CHART_STYLES,
      },
    },
  },
});
