import type { Metric } from "../data/dataset";

/** A job knows its features only by their place ("Feature 2"); a person knows them by name. */
export function namedNote(note: string, metrics: readonly Metric[]): string {
  return note.replace(/\bfeature (\d+)/giu, (words, place: string) => metrics[Number(place) - 1]?.label ?? words);
}
