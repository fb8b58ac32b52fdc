/** Parts of the page, in the order in which they are read. */
export const VISITS_SECTION = "Visits";
export const FUNNEL_SECTION = "Funnel";
export const PATHS_SECTION = "Paths";
export const RETURN_SECTION = "Return";
export const CHANGES_SECTION = "What changed";
