/** Parts of the lab's page, in the order in which they are read. */
export const SEGMENTS_SECTION = "The segments";
export const HOW_MANY_SECTION = "How many segments?";
export const TELLING_SECTION = "What tells them apart";
export const COMPARED_SECTION = "Algorithms compared";
export const PREPARED_SECTION = "How the numbers were prepared";
export const PICKED_SECTION = "Picked out";
export const USE_SECTION = "Since the earlier file";
export const SIMILAR_SECTION = "Similar customers";
