import type { LinkSpecs } from "./link-specs";
import type { AnyValue } from "./settings";
import { DEFAULT_TREATMENT, type Fingerprint, type View } from "./view";

/** Keys that may come several times, once for each value kept by a filter. */
export const LIST_KEYS = ["maker", "handset", "location", "app"] as const;

export type ListKey = (typeof LIST_KEYS)[number];

/** Those whose values are cells of the file. Applications are names of columns. */
export const VALUE_KEYS = ["maker", "handset", "location"] as const;

/** What a link can be without, in words; `role` and `off` come several times or as one list. */
export const LIST_WORDS: ReadonlyMap<string, string> = new Map([
  ["role", "column meanings"],
  ["off", "cleaning steps switched off"],
  ["maker", "filter on manufacturers"],
  ["handset", "filter on handsets"],
  ["location", "filter on locations"],
  ["app", "filter on applications"],
  ["segment", "filter on segments"],
]);

/** The view while it is read. Maps and sets only: a key of a link never becomes a property's name. */
export interface Draft {
  readonly specs: LinkSpecs;
  readonly seen: Set<string>;
  readonly problems: string[];
  readonly roles: Map<string, string>;
  readonly off: Set<string>;
  readonly lists: ReadonlyMap<string, Set<string>>;
  readonly settings: Map<string, Map<string, AnyValue>>;
  missing: View["treatment"]["missing"];
  outliers: View["treatment"]["outliers"];
  scaling: View["treatment"]["scaling"];
  from: number | null;
  to: number | null;
  readonly segments: Set<number>;
  file: Fingerprint | null;
}

/** A draft of the first view. */
export function emptyDraft(specs: LinkSpecs): Draft {
  return {
    specs,
    seen: new Set(),
    problems: [],
    roles: new Map(),
    off: new Set(),
    lists: new Map(LIST_KEYS.map((key) => [key, new Set<string>()])),
    settings: new Map(),
    ...DEFAULT_TREATMENT,
    from: null,
    to: null,
    segments: new Set(),
    file: null,
  };
}

/** The view that was read, in one canonical order. */
export function finished(draft: Draft, page: string): View {
  const list = (key: ListKey): readonly string[] => [...(draft.lists.get(key) ?? [])];
  return {
    page,
    fingerprint: draft.file,
    roles: [...draft.roles],
    stepsOff: draft.specs.steps.filter((step) => draft.off.has(step)),
    treatment: { missing: draft.missing, outliers: draft.outliers, scaling: draft.scaling },
    filters: {
      makers: list("maker"),
      handsets: list("handset"),
      locations: list("location"),
      apps: list("app"),
      from: draft.from,
      to: draft.to,
      segments: [...draft.segments].toSorted((a, b) => a - b),
    },
    settings: draft.settings,
  };
}
