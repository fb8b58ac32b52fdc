import { useId, useState } from "preact/hooks";
import type { FilterChoice } from "../../session/session";
import { format } from "../../charts/format";

interface MultiSelectProps {
  readonly label: string;
  readonly choices: readonly (FilterChoice | { readonly value: string; readonly rows: null })[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Listed at once; the search reaches the rest. */
const SHOWN = 60;
const SEARCH_FROM = 8;

/** Values to tick, most frequent first, with a search where there are many. */
export function MultiSelect({ label, choices, chosen, onChange }: MultiSelectProps) {
  const [search, setSearch] = useState("");
  const id = useId();
  const wanted = search.trim().toLowerCase();
  const found = choices.filter((choice) => choice.value.toLowerCase().includes(wanted));
  const shown = [
    ...found.filter(({ value }) => chosen.includes(value)),
    ...found.filter(({ value }) => !chosen.includes(value)),
  ];
  const toggle = (value: string, on: boolean) =>
    onChange(on ? [...chosen, value] : chosen.filter((other) => other !== value));
  return (
    <fieldset class="field-set">
      <legend class="field-label">
        {label}
        <span class="field-count">{chosen.length === 0 ? "all" : `${chosen.length} chosen`}</span>
      </legend>
      {choices.length >= SEARCH_FROM && (
        <input
          type="search"
          class="input"
          aria-label={`Search ${label.toLowerCase()}`}
          placeholder={`Search ${format(choices.length, "count")} values`}
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <ul role="list" class="tick-list" aria-label={`${label} values`}>
        {shown.slice(0, SHOWN).map((choice, index) => (
          <li key={choice.value}>
            <label class="tick" for={`${id}-${index}`}>
              <input
                id={`${id}-${index}`}
                type="checkbox"
                checked={chosen.includes(choice.value)}
                onChange={(event) => toggle(choice.value, event.currentTarget.checked)}
              />
              <span class="tick-word">{choice.value}</span>
              {choice.rows !== null && <span class="tick-count tabular">{format(choice.rows, "count", "full")}</span>}
            </label>
          </li>
        ))}
      </ul>
      {shown.length > SHOWN && (
        <p class="field-help">
          {format(shown.length - SHOWN, "count", "full")} more {shown.length - SHOWN === 1 ? "value" : "values"} can be
          found by searching.
        </p>
      )}
      {shown.length === 0 && <p class="field-help">Nothing matches.</p>}
    </fieldset>
  );
}
