import type { Settings } from "./settings";

/** What a link may speak of: everything else in it is ignored and named. */
export interface LinkSpecs {
  /** The pages with their settings; the session's `pages` will do. */
  readonly pages: readonly PageSpec[];
  /** Ids of the cleaning steps that can be switched off. */
  readonly steps: readonly string[];
  /** Whether a text is a role that a column can have. */
  isRole(role: string): boolean;
}

export interface PageSpec {
  readonly id: string;
  readonly settings: Settings;
}
