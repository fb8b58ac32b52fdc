import type { FilterChoices, Session } from "../../session/session";
import { NO_FILTERS, type Filters } from "../../view/view";
import { Dialog } from "./Dialog";
import { countFilters, fieldText, fieldTime, LIST_NAMES, rangeText, type ListFilter } from "./filter-words";
import { MultiSelect } from "./MultiSelect";

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
      <p class="sheet-lead">All pages follow. Segments and scores are computed again on what is left.</p>
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
  const lists: readonly [ListFilter, Parameters<typeof MultiSelect>[0]["choices"]][] = [
    ["makers", choices.makers],
    ["handsets", choices.handsets],
    ["locations", choices.locations],
    ["apps", choices.apps.map((value) => ({ value, rows: null }))],
  ];
  const offered = lists.filter(([, values]) => values.length > 0);
  return (
    <div class="stack">
      {offered.map(([list, values]) => (
        <MultiSelect
          key={list}
          label={LIST_NAMES[list]}
          choices={values}
          chosen={filters[list]}
          onChange={(chosen) => session.setFilters({ ...filters, [list]: chosen })}
        />
      ))}
      {choices.from !== null && choices.to !== null && <TimeRange {...{ session, filters, choices }} />}
      {offered.length === 0 && choices.from === null && <p class="field-help">This file has no column to filter by.</p>}
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
