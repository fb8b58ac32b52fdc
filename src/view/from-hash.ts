import { ignoredParts } from "./ignored-parts";
import { emptyDraft, finished } from "./link-draft";
import type { LinkSpecs } from "./link-specs";
import { pieceInWords } from "./link-text";
import { readPart } from "./read-part";
import { FIRST_VIEW, type View } from "./view";

/** What a link says, and what of it was ignored, in plain sentences. */
export interface LinkReading {
  readonly view: View;
  readonly problems: readonly string[];
}

/** Longer ones were not written here; they are not read, so that nobody waits for them. */
const LONGEST_READ = 20_000;

/**
 * Reads the hash of a link (with or without `#`) as the view of a page. Never throws: a part that is unknown, damaged or
 * out of its setting's bounds is ignored and named in `problems`. `#`, an empty hash and a plain anchor are the first view.
 * A hash longer than `longest` characters is ignored as a whole.
 */
export function fromHash(
  hash: string,
  specs: LinkSpecs,
  page: string = FIRST_VIEW.page,
  longest = LONGEST_READ,
): LinkReading {
  const text = hash.startsWith("#") ? hash.slice(1) : hash;
  const first = { ...FIRST_VIEW, page };
  if (!text.includes("=")) return { view: first, problems: [] };
  if (text.length > longest)
    return { view: first, problems: ["The link is too long to be one of ours, so it is ignored."] };
  const parts = text.split("&").filter((part) => part !== "");
  const version = parts.find((part) => part.startsWith("v="));
  if (version !== undefined && version !== "v=1") {
    return {
      view: first,
      problems: [`The link's version ${pieceInWords(version.slice(2))} is not known here, so it is ignored.`],
    };
  }
  const draft = emptyDraft(specs);
  const odd = parts.flatMap((part) => {
    const before = draft.problems.length;
    readPart(draft, part);
    return Array.from({ length: draft.problems.length - before }, () => part);
  });
  if (draft.from !== null && draft.to !== null && draft.from >= draft.to) {
    draft.problems.push("The link's time range ends before it starts, so it is not used.");
    odd.push("from and to");
    draft.from = draft.to = null;
  }
  return { view: finished(draft, page), problems: ignoredParts(draft.problems, odd) };
}
