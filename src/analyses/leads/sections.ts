/** Parts of the page of leads, in the order in which they are read. */
export const CONTACT_SECTION = "Whom to contact";
export const TELLING_SECTION = "How well the outcome is told";
export const DRIVERS_SECTION = "What it is told from";
export const PICKED_SECTION = "Picked out";
