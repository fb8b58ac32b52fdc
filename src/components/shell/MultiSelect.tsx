import { useId, useState } from "preact/hooks";
import { format } from "../../charts/format";
import { useFoundValues, type FindValues } from "./use-found-values";
import { restWords, SHOWN, valuesToTick, type ListedValue } from "./value-list";

interface MultiSelectProps {
  readonly label: string;
  /** The most frequent first. */
  readonly choices: readonly ListedValue[];
  /** Values in all, where more than these. */
  readonly total?: number;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** Looks among the values that are not listed. */
  readonly find?: FindValues;
}

const SEARCH_FROM = 8;

/** Values to tick, most frequent first, with a search where there are many, which reaches those beyond the list too. */
export function MultiSelect({ label, choices, total = choices.length, chosen, onChange, find }: MultiSelectProps) {
  const [search, setSearch] = useState("");
  const id = useId();
  const found = useFoundValues(total > choices.length ? (find ?? null) : null, search);
  const shown = valuesToTick(choices, found.values, chosen, search);
  const rest = restWords(shown.length, total, search, found.values.length >= SHOWN);
  const toggle = (value: string, on: boolean) =>
    onChange(on ? [...chosen, value] : chosen.filter((other) => other !== value));
  return (
    <fieldset class="field-set">
      <legend class="field-label">
        {label}
        <span class="field-count">{chosen.length === 0 ? "all" : `${chosen.length} chosen`}</span>
      </legend>
      {total >= SEARCH_FROM && (
        <input
          type="search"
          class="input"
          aria-label={`Search ${label.toLowerCase()}`}
          placeholder={`Search ${format(total, "count")} values`}
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
      {rest !== null && <p class="field-help">{rest}</p>}
      <p class="field-help" role="status">
        {found.problem ?? (found.asking ? "Looking through all values…" : shown.length === 0 ? "Nothing matches." : "")}
      </p>
    </fieldset>
  );
}
