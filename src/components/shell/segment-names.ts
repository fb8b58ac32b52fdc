import type { SegmentChoice } from "../../session/session";
import { unnamed } from "./filter-words";

/** What each segment is called; one that shares its name with another has its number too, one that is not there only that. */
export function segmentNames(listed: readonly SegmentChoice[] | null): (segment: number) => string {
  const names = (listed ?? []).map(({ name }) => name);
  const words = new Map(
    (listed ?? []).map(({ segment, name }) => {
      const shared = names.indexOf(name) !== names.lastIndexOf(name);
      return [segment, shared ? `${name} (${unnamed(segment)})` : name] as const;
    }),
  );
  return (segment) => words.get(segment) ?? unnamed(segment);
}
