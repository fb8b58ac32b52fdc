import { CHART_STYLES } from "./chart-styles";
import { unbroken, type SealEvidence } from "./seal-evidence";
import { watchFrom } from "./seal-watch";
import { closeSideDoors } from "./side-doors";
import { attempt, waysOut } from "./ways-out";

/** The second policy: it can only take away. After it, not even the own host can be reached. */
const LOCK = [
  "default-src 'none'",
  "script-src 'wasm-unsafe-eval'",
  "connect-src blob:",
  "worker-src blob:",
  "img-src data: blob:",
  `style-src-elem ${CHART_STYLES.map((hash) => `'${hash}'`).join(" ")}`,
  "style-src-attr 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/**
 * Shuts the page: removes what a policy cannot reach, adds the lock policy, then tries to get out. Call after everything
 * has been imported and fetched, and before any worker starts. Resolves with the evidence; rejects with SealBroken if
 * anything got through. `base` is the site's base path, under which `seal-check.js` stands for bait.
 */
export async function seal(base: string): Promise<SealEvidence> {
  closeSideDoors();
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = LOCK;
  document.head.append(meta);
  const [sealedAt, at] = [performance.now(), new Date()];
  const script = new URL(`${base.replace(/\/?$/u, "/")}seal-check.js`, location.origin).href;
  const tried = waysOut(script).map(attempt);
  performance.measure("clientele:seal", { start: sealedAt });
  const checks = await Promise.all(tried);
  performance.measure("clientele:self-check", { start: sealedAt });
  return unbroken({ sealedAt, at, checks, limits: limitsOf(window), since: watchFrom(performance.now()) });
}

function limitsOf(browser: Window): readonly string[] {
  if ("navigation" in browser) return [];
  return ["This browser gives a page no means to stop its own tab from being led to another site. Newer ones do."];
}
