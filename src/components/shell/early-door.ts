import { SAMPLE_KINDS } from "../../view/sample-name";
import type { Wish } from "./door";

/**
 * The door before the workbench is alive: the page is on screen a moment before its code answers. A file dropped or a
 * sample asked for in that moment is kept, and the browser is kept from opening the file in place of the page.
 */
let kept: Wish | null = null;
let listening: AbortController | null = null;

/** Begins to keep. Called once, from the page's head. */
export function openEarly(): void {
  listening = new AbortController();
  const { signal } = listening;
  window.addEventListener("dragover", (event) => event.preventDefault(), { signal });
  window.addEventListener(
    "drop",
    (event) => {
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) kept = { kind: "files", files };
    },
    { signal },
  );
  window.addEventListener(
    "click",
    (event) => {
      const asked = event.target instanceof Element ? event.target.closest("[data-sample]") : null;
      const sample = SAMPLE_KINDS.find((kind) => kind === asked?.getAttribute("data-sample"));
      if (sample !== undefined) kept = { kind: "sample", sample };
    },
    { signal },
  );
}

/** Hands over what was kept, and stops: from here on the workbench listens itself. */
export function takeEarly(): Wish | null {
  listening?.abort();
  listening = null;
  const wish = kept;
  kept = null;
  return wish;
}
