import { computed, type ReadonlySignal } from "@preact/signals";
import type { KeptSegment } from "../data/customers/kept-segments";
import type { View } from "../view/view";
import type { DataFlow } from "./data-flow";
import type { OfferedSegments } from "./session";

const OFF =
  "The filter on segments does nothing, because no segments are in use. Switch on “Use these segments on every page” on the Segments page, or take the filter away.";
const NONE = "The filter on segments does nothing, because the segments could not be made. The Segments page says why.";

/** Follows the view and the lab: the segments that all pages can be filtered by, and what a filter on them does not do. */
export function offeredSegments(
  { pages, runner }: Pick<DataFlow, "pages" | "runner">,
  view: ReadonlySignal<View>,
): ReadonlySignal<OfferedSegments> {
  const lender = computed(() => pages.lender(view.value));
  const over = computed(() => {
    const state = lender.value === null ? "waiting" : runner.run(lender.value).value.state;
    return ["failed", "impossible", "stopped"].includes(state);
  });
  return computed(() => {
    const { segments } = view.value.filters;
    if (lender.value === null) return { listed: null, note: segments.length > 0 ? OFF : null };
    const listed = runner.tables.kept.value?.segments ?? null;
    if (segments.length === 0) return { listed, note: null };
    if (listed === null) return { listed, note: over.value ? NONE : null };
    return { listed, note: goneWords(segments, listed) };
  });
}

function goneWords(asked: readonly number[], listed: readonly KeptSegment[]): string | null {
  const gone = asked.filter((number) => !listed.some(({ segment }) => segment === number));
  const [first] = gone;
  if (first === undefined) return null;
  const which = gone.length === 1 ? `a segment number ${first}` : `segments ${gone.join(", ")}`;
  const last = listed.at(-1)?.segment;
  const there = last === undefined ? "there is none" : `they are numbered 0 to ${last}`;
  return `The filter asks for ${which}, which the Segments page does not have now (${there}), so that part of it does nothing.`;
}
