import { fileURLToPath } from "node:url";
import { build, type Rolldown } from "vite";
import { libraryOnCall } from "../../scripts/build/library-on-call.ts";
import type { Found } from "./text-sinks/main";
import { expect, test } from "./watched-test";

/** The components and charts of the site in a page of their own, without any policy: what is shown must be harmless by itself. */
async function sinksPage(): Promise<string> {
  const entry = fileURLToPath(new URL("./text-sinks/main.ts", import.meta.url));
  const built = (await build({
    configFile: false,
    logLevel: "error",
    plugins: [libraryOnCall("plotly-strict.min.js")],
    build: {
      write: false,
      minify: false,
      lib: { entry, formats: ["iife"], name: "sinks", cssFileName: "sinks" },
    },
    define: { "process.env.NODE_ENV": '"production"' },
  })) as Rolldown.RolldownOutput[];
  const chunk = built.flatMap(({ output }) => output).find((part) => part.type === "chunk");
  if (chunk === undefined) throw new Error("The page of text sinks was not built.");
  return chunk.code;
}

test("hundreds of naughty strings are shown letter by letter in every place that shows text", async ({ page }) => {
  const script = await sinksPage();
  const dialogs: string[] = [];
  page.on("dialog", async (dialog) => {
    dialogs.push(dialog.message());
    await dialog.dismiss();
  });
  await page.route("**/text-sinks/**", (route) =>
    route.request().url().endsWith(".js")
      ? route.fulfill({ contentType: "text/javascript; charset=utf-8", body: script })
      : route.fulfill({
          contentType: "text/html; charset=utf-8",
          body: "<!doctype html><html lang=en><meta charset=utf-8><title>Sinks</title><link rel=icon href=data:,><body><script src=main.js></script>",
        }),
  );
  await page.goto("/text-sinks/");
  const found = await page.evaluate(() => (window as unknown as { trial(): Promise<Found> }).trial());
  expect(found.texts).toBeGreaterThanOrEqual(515);
  expect(found.wrong).toEqual([]);
  expect(found.ran, "scripts that ran").toBe(0);
  expect(dialogs).toEqual([]);
});
