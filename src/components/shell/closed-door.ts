import { signal } from "@preact/signals";

/** Why no file can be opened here, in sentences; null while one can. Set once, when the page could not be made safe. */
export const closedBecause = signal<string | null>(null);
