import type { Filters } from "../../view/view";

export interface FilterChip {
  readonly text: string;
  /** The filters with this one taken away. */
  readonly without: Filters;
}

export type ListFilter = "makers" | "handsets" | "locations" | "apps";

const LISTS: readonly ListFilter[] = ["makers", "handsets", "locations", "apps"];

/** The names of the lists a person chooses from. */
export const LIST_NAMES: Readonly<Record<ListFilter, string>> = {
  makers: "Maker",
  handsets: "Handset",
  locations: "Location",
  apps: "Application",
};

/** One chip per chosen value, one for the time range. Segments are called as `segmentName` says. */
export function chipsOf(filters: Filters, segmentName: (segment: number) => string = unnamed): readonly FilterChip[] {
  const chips: FilterChip[] = LISTS.flatMap((list) =>
    filters[list].map((value) => ({
      text: `${LIST_NAMES[list]}: ${value}`,
      without: { ...filters, [list]: filters[list].filter((other) => other !== value) },
    })),
  );
  chips.push(
    ...filters.segments.map((segment) => ({
      text: `Segment: ${segmentName(segment)}`,
      without: { ...filters, segments: filters.segments.filter((other) => other !== segment) },
    })),
  );
  if (filters.from !== null || filters.to !== null) {
    chips.push({ text: rangeText(filters.from, filters.to), without: { ...filters, from: null, to: null } });
  }
  return chips;
}

/** A segment whose name is not known, by its number, 0 the largest. */
export const unnamed = (segment: number): string => `number ${segment}`;

/** How many filters are in use. */
export function countFilters(filters: Filters): number {
  return chipsOf(filters).length;
}

/** A time range as words, UTC; the end is exclusive. */
export function rangeText(from: number | null, to: number | null): string {
  if (from === null && to === null) return "all of the time";
  if (from === null) return `before ${minuteText(to)}`;
  if (to === null) return `from ${minuteText(from)}`;
  return `${minuteText(from)} to ${minuteText(to)}`;
}

/** "2019-04-24 08:00", UTC. */
export function minuteText(time: number | null): string {
  return time === null ? "" : new Date(time).toISOString().slice(0, 16).replace("T", " ");
}

/** The value of a datetime-local field, UTC. */
export function fieldText(time: number | null): string {
  return time === null ? "" : new Date(time).toISOString().slice(0, 16);
}

/** Reads a datetime-local field as UTC; null when empty or not a time. */
export function fieldTime(text: string): number | null {
  if (text === "") return null;
  const time = Date.parse(`${text}Z`);
  return Number.isNaN(time) ? null : time;
}
