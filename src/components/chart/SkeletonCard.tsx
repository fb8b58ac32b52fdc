/** The place of a figure that is not there yet. */
export function SkeletonCard({ span }: { readonly span: 4 | 6 | 8 | 12 }) {
  return (
    <div class={`fig-card fig-span-${span}`} aria-hidden="true">
      <div class="fig-skeleton-line fig-skeleton-title" />
      <div class="fig-skeleton-line" />
      <div class="fig-area" style={{ height: "280px" }}>
        <div class="fig-skeleton" />
      </div>
    </div>
  );
}
