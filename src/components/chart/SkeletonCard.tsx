import type { Place } from "./grid-rows";

/** The place of a figure that is not there yet. */
export function SkeletonCard({ place }: { readonly place: Place }) {
  return (
    <div class={`fig-card fig-wide-${place.wide} fig-middle-${place.middle}`} aria-hidden="true">
      <div class="fig-skeleton-line fig-skeleton-title" />
      <div class="fig-skeleton-line" />
      <div class="fig-area" style={{ "--chart-height": "280px" }}>
        <div class="fig-skeleton" />
      </div>
    </div>
  );
}
