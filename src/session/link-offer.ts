import { sameRecipe } from "../view/same-recipe";
import { reset } from "../view/view-changes";
import type { Fingerprint, View } from "../view/view";

/** A link was made on another file than the one that was opened. */
export interface LinkOffer {
  readonly wanted: Fingerprint;
  /** The link's view, which waits to be accepted; null when there is nothing to apply, or when it was. */
  readonly recipe: View | null;
}

/** What a link offers to the file that was found instead of its own; null when it is the same file, or none was named. */
export function linkOffer(linked: View, found: Fingerprint): LinkOffer | null {
  const wanted = linked.fingerprint;
  if (wanted === null || wanted.hash === found.hash) return null;
  return { wanted, recipe: sameRecipe(linked, reset(linked)) ? null : linked };
}
