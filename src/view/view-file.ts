import { fromHash, type LinkReading } from "./from-hash";
import type { LinkSpecs } from "./link-specs";
import { toHash } from "./to-hash";
import { FIRST_VIEW, type View } from "./view";

/** A file that holds a view ends in this. */
export const VIEW_FILE_ENDING = ".clientele";

/** No view is larger: more than a million names of columns. */
export const LARGEST_VIEW_FILE = 32 * 1024 * 1024;

const PAGE = /^[a-z]{1,24}$/u;

/** A view whole, however long, as one line of text: the page, then the hash that a link would have. */
export function writeViewFile(view: View, specs: LinkSpecs, values: boolean): string {
  return `${view.page}${toHash(view, specs, { values, longest: Infinity }).hash}\n`;
}

/** The view in such a file; null for a text that is none. Parts that are not understood are named in `problems`. */
export function readViewFile(text: string, specs: LinkSpecs): LinkReading | null {
  const at = text.indexOf("#");
  const page = text.slice(0, Math.max(0, at));
  const hash = text.slice(at).trimEnd();
  if (!PAGE.test(page) || !hash.startsWith("#v=")) return null;
  const isPage = page === FIRST_VIEW.page || specs.pages.some(({ id }) => id === page);
  return fromHash(hash, specs, isPage ? page : FIRST_VIEW.page, LARGEST_VIEW_FILE);
}
