/** Parts of the page, in the order in which they are read. */
export const KINDS_SECTION = "Kinds";
export const WORTH_SECTION = "What they are worth";
export const PROFILE_SECTION = "What tells them apart";
export const SEGMENTS_SECTION = "Segments of behaviour";
export const RULES_SECTION = "Rules";
