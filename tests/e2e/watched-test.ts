import { test as base, expect, type ConsoleMessage } from "@playwright/test";

/** What a visit left behind that it should not have. */
export interface Watch {
  /** Addresses asked for that are not the site's own, from any page of the visit. */
  readonly strangers: string[];
  /** Errors on the console and errors nobody caught. */
  readonly errors: string[];
}

/**
 * At boot the workbench tries to get out, to be sure that it cannot; Chromium reports each refused attempt, naming the
 * policy. Those lines are the proof, not a fault.
 */
function isSealCheck(message: ConsoleMessage): boolean {
  const text = message.text();
  const refused = /Content Security Policy|Refused to|Trusted ?Type/iu.test(text);
  return refused && /robots\.txt|seal-check\.js|unsafe-eval|worker-src|Function|script-src/iu.test(text);
}

/** A test that fails when its visit asks another origin for anything, or leaves an error on the console. */
export const test = base.extend<{ watch: Watch }>({
  watch: [
    async ({ context, baseURL }, use) => {
      const watch: Watch = { strangers: [], errors: [] };
      const own = new URL(baseURL ?? "http://localhost").host;
      context.on("request", (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith("http") && url.host !== own) watch.strangers.push(request.url());
      });
      context.on("console", (message) => {
        if (message.type() === "error" && !isSealCheck(message)) watch.errors.push(message.text());
      });
      context.on("weberror", (error) => watch.errors.push(String(error.error())));
      await use(watch);
      expect(watch.strangers, "requests to other origins").toEqual([]);
      expect(watch.errors, "errors on the console").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
