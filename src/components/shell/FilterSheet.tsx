import type { FilterChoices, Session } from "../../session/session";
import { NO_FILTERS, type Filters } from "../../view/view";
import { Dialog } from "./Dialog";
import { countFilters, fieldText, fieldTime, LIST_NAMES, rangeText, type ListFilter } from "./filter-words";
import { MultiSelect } from "./MultiSelect";
import { SegmentTicks } from "./SegmentTicks";

interface FilterSheetProps {
  readonly session: Session;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Chooses the sessions (or customers) that all pages look at. Every change applies at once. */
export function FilterSheet({ session, open, onClose }: FilterSheetProps) {
  const filters = session.view.value.filters;
  const choices = session.choices.value;
  const used = countFilters(filters);
  const { listed } = session.segments.value;
  return (
    <Dialog
      kind="sheet"
      title="Filters"
      open={open}
      onClose={onClose}
      footer={
        <>
          <button type="button" class="button" disabled={used === 0} onClick={() => session.setFilters(NO_FILTERS)}>
            Remove all
          </button>
          <button type="button" class="button button-main" onClick={onClose}>
            Done
          </button>
        </>
      }
    >
      <p class="sheet-lead">
        All pages follow. Segments and scores are computed again on what is left; a filter on segments leaves those as
        they are.
      </p>
      {listed !== null && <SegmentTicks {...{ session, filters, listed }} />}
      {choices === null ? (
        <p class="field-help">The values are being counted.</p>
      ) : (
        <FilterFields {...{ session, filters, choices }} />
      )}
    </Dialog>
  );
}

interface FilterFieldsProps {
  readonly session: Session;
  readonly filters: Filters;
  readonly choices: FilterChoices;
}

function FilterFields({ session, filters, choices }: FilterFieldsProps) {
  const lists = (["makers", "handsets", "locations"] as const).map((list) => ({ list, ...choices[list] }));
  const apps = choices.apps.map((value) => ({ value, rows: null }));
  const offered = lists.filter(({ total }) => total > 0);
  const select = (list: ListFilter) => ({
    label: LIST_NAMES[list],
    chosen: filters[list],
    onChange: (chosen: readonly string[]) => session.setFilters({ ...filters, [list]: chosen }),
  });
  return (
    <div class="stack">
      {offered.map(({ list, listed, total }) => (
        <MultiSelect
          key={list}
          {...select(list)}
          choices={listed}
          total={total}
          find={(text) => session.findValues(list, text)}
        />
      ))}
      {apps.length > 0 && <MultiSelect {...select("apps")} choices={apps} />}
      {choices.from !== null && choices.to !== null && <TimeRange {...{ session, filters, choices }} />}
      {offered.length + apps.length === 0 && choices.from === null && (
        <p class="field-help">This file has no column to filter by.</p>
      )}
    </div>
  );
}

function TimeRange({ session, filters, choices }: FilterFieldsProps) {
  const set = (part: Partial<Filters>) => session.setFilters({ ...filters, ...part });
  return (
    <fieldset class="field-set">
      <legend class="field-label">
        Time of the session, UTC
        <span class="field-count">{rangeText(filters.from, filters.to)}</span>
      </legend>
      <div class="field-stack">
        <label>
          <span class="field-help">From</span>
          <input
            class="input"
            type="datetime-local"
            value={fieldText(filters.from ?? choices.from)}
            onChange={(event) => set({ from: fieldTime(event.currentTarget.value) })}
          />
        </label>
        <label>
          <span class="field-help">Before</span>
          <input
            class="input"
            type="datetime-local"
            value={fieldText(filters.to ?? choices.to)}
            onChange={(event) => set({ to: fieldTime(event.currentTarget.value) })}
          />
        </label>
      </div>
    </fieldset>
  );
}
