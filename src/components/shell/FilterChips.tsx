import type { Session } from "../../session/session";
import type { Filters } from "../../view/view";
import { chipsOf } from "./filter-words";
import { Icon } from "./Icon";
import { segmentNames } from "./segment-names";

/** What the numbers are limited to, each removable; nothing when nothing is filtered. */
export function FilterChips({ session }: { readonly session: Session }) {
  const filters = session.view.value.filters;
  const chips = chipsOf(filters, segmentNames(session.segments.value.listed));
  if (chips.length === 0) return null;
  const set = (next: Filters) => session.setFilters(next);
  return (
    <section class="filter-chips" aria-label="Filters in use">
      <span class="filter-chips-lead">Only</span>
      {chips.map((chip) => (
        <button key={chip.text} type="button" class="chip chip-filter" onClick={() => set(chip.without)}>
          <span class="visually-hidden">Remove the filter </span>
          <span>{chip.text}</span>
          <Icon name="close" size={12} />
        </button>
      ))}
    </section>
  );
}
