import {
  test as base,
  expect,
  type BrowserContext,
  type ConsoleMessage,
  type Frame,
  type Page,
  type Request,
} from "@playwright/test";

/** What a visit left behind that it should not have. */
export interface Watch {
  /** Addresses asked for that are not the site's own, from any page of the visit. */
  readonly strangers: string[];
  /** Addresses of the own host asked for by a page that had already shut itself. */
  readonly afterSeal: string[];
  /** Errors on the console and errors nobody caught. */
  readonly errors: string[];
  /** How often a page shut itself: without one, nothing was watched. */
  seals: number;
}

/** A page of a fresh context: another person's browser, watched like the first. */
export type Colleague = () => Promise<Page>;

/**
 * What Chromium prints when the workbench tries to get out at boot, to be sure that it cannot. These lines are the proof,
 * not a fault: each is allowed once per document, and only from the part of the code that starts the session. The first is
 * said once by the page's own policy and once by that of a host which sends one.
 */
const SEAL_CHECKS = [
  /^This document requires 'TrustedScript' assignment and no 'default' policy for 'TrustedScript' has been defined\. The action has been blocked\.$/u,
  /^This document requires 'TrustedScript' assignment and no 'default' policy for 'TrustedScript' has been defined\. The action has been blocked\.$/u,
  /^Connecting to '[^']+\/seal-check\.js' violates the following Content Security Policy directive: "connect-src blob:"\. The action has been blocked\.$/u,
  /^Fetch API cannot load \S+\/seal-check\.js\. Refused to connect because it violates the document's Content Security Policy\.$/u,
] as const;

/** What the page tries to fetch then, also from a worker: refused before it is sent, so an answer would be the fault. */
const BAIT = /\/seal-check\.js$/u;

/**
 * Asked for by the browser while every page is shut: a document for another tab, and the service worker's own script, which
 * a browser looks for by itself and finds in its cache (offline.spec.ts counts what reaches the host).
 */
const NO_PART = /(?:\/|\/service-worker\.js)$/u;

/** Follows one page from document to document, each shut at some moment of its boot. */
class PageWatch {
  /** Whether the document that is open now has shut itself. */
  sealed = false;
  private allowed: RegExp[] = [];

  constructor(
    private readonly watch: Watch,
    private readonly own: string,
  ) {}

  request(address: string, isDocument: boolean): void {
    if (isDocument) [this.sealed, this.allowed] = [false, [...SEAL_CHECKS]];
    const url = new URL(address);
    if (!url.protocol.startsWith("http")) return;
    if (url.host !== this.own) this.watch.strangers.push(address);
    else if (this.sealed && !BAIT.test(url.pathname)) this.watch.afterSeal.push(address);
  }

  response(address: string): void {
    if (BAIT.test(new URL(address).pathname)) this.watch.afterSeal.push(address);
  }

  console(message: ConsoleMessage): void {
    if (message.type() !== "error") return;
    const check = this.allowed.findIndex((pattern) => pattern.test(message.text()));
    if (check < 0 || !/\/_astro\/start\.[^/]+\.js$/u.test(message.location().url)) {
      this.watch.errors.push(message.text());
      return;
    }
    this.allowed.splice(check, 1);
    if (!this.sealed) this.watch.seals += 1;
    this.sealed = true;
  }
}

/** The frame that asks; null for a service worker and for a tab that is only being opened. */
function frameOf(request: Request): Frame | null {
  if (request.serviceWorker() !== null) return null;
  try {
    return request.frame();
  } catch {
    // A new tab asks for its document before it has a frame.
    return null;
  }
}

function follow(context: BrowserContext, watch: Watch, own: string): void {
  const pages = new Map<Page, PageWatch>();
  const of = (page: Page): PageWatch => {
    const known = pages.get(page) ?? new PageWatch(watch, own);
    pages.set(page, known);
    return known;
  };
  context.on("request", (request) => {
    const frame = frameOf(request);
    if (frame === null) {
      // The service worker's, or the first of a tab that a person opened: a document then, and no part of a shut page.
      const allSealed = pages.size > 0 && [...pages.values()].every(({ sealed }) => sealed);
      if (new URL(request.url()).host !== own) watch.strangers.push(request.url());
      else if (allSealed && !NO_PART.test(new URL(request.url()).pathname)) watch.afterSeal.push(request.url());
      return;
    }
    of(frame.page()).request(request.url(), request.isNavigationRequest() && frame.parentFrame() === null);
  });
  context.on("response", (response) => {
    // What the service worker keeps for a day without network is fetched before the seal, and by no page.
    const frame = frameOf(response.request());
    if (frame !== null) of(frame.page()).response(response.url());
  });
  context.on("console", (message) => {
    const page = message.page();
    if (page !== null) of(page).console(message);
  });
  context.on("weberror", (error) => watch.errors.push(String(error.error())));
}

/** A test that fails when a visit asks another origin for anything, its own host after the seal, or leaves an error. */
export const test = base.extend<{ watch: Watch; colleague: Colleague }>({
  watch: [
    async ({ context, baseURL }, use) => {
      const watch: Watch = { strangers: [], afterSeal: [], errors: [], seals: 0 };
      follow(context, watch, new URL(baseURL ?? "http://localhost").host);
      await use(watch);
      expect(watch.strangers, "requests to other origins").toEqual([]);
      expect(watch.afterSeal, "requests to the own host after the seal").toEqual([]);
      expect(watch.errors, "errors on the console").toEqual([]);
    },
    { auto: true },
  ],
  colleague: async ({ browser, baseURL, watch, viewport }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext({ viewport, ...(baseURL === undefined ? {} : { baseURL }) });
      follow(context, watch, new URL(baseURL ?? "http://localhost").host);
      contexts.push(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };
