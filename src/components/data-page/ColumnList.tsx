import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Session } from "../../session/session";
import { ColumnRow } from "./ColumnRow";
import { chooseColumns, type ColumnFilter, type ColumnQuery, listColumns } from "./column-list";
import { counted } from "./found-sentence";

/** About what fits on a screen; the columns that play a part come first. */
const AT_ONCE = 12;

const FILTERS: readonly (readonly [ColumnFilter, string])[] = [
  ["all", "All"],
  ["with-role", "With a meaning"],
  ["without-role", "Without"],
  ["problems", "To look at"],
];

/** Every column of the file, searchable, some at a time: a file may have ten thousand. */
export function ColumnList({ session }: { session: Session }): JSX.Element {
  const [query, setQuery] = useState<ColumnQuery>({ search: "", filter: "all" });
  const [limit, setLimit] = useState(AT_ONCE);
  const profiles = session.profiles.value;
  const all = listColumns(session.roles.value, profiles);
  const chosen = chooseColumns(all, profiles, query);
  const ask = (part: Partial<ColumnQuery>): void => {
    setQuery({ ...query, ...part });
    setLimit(AT_ONCE);
  };
  return (
    <section class="dp-card" aria-labelledby="dp-columns-title">
      <header class="dp-card-head">
        <h2 id="dp-columns-title">Columns</h2>
        <ColumnTools query={query} onQuery={ask} />
      </header>
      <p class="dp-small" role="status">
        {chosen.length === all.length
          ? counted(all.length, "column")
          : `${chosen.length} of ${counted(all.length, "column")}`}
      </p>
      <ul class="dp-columns">
        {chosen.slice(0, limit).map((entry) => (
          <ColumnRow
            key={entry.column}
            assignment={entry}
            profile={profiles.get(entry.column)}
            onRole={(column, role) => session.setRole(column, role)}
          />
        ))}
      </ul>
      {chosen.length === 0 && all.length > 0 && <p class="dp-small">No column fits. Try another word or show all.</p>}
      {chosen.length > limit && (
        <button type="button" class="dp-more" onClick={() => setLimit(limit + AT_ONCE)}>
          {moreWords(chosen.length - limit)}
        </button>
      )}
    </section>
  );
}

function moreWords(left: number): string {
  return left <= AT_ONCE ? `Show the other ${left}` : `Show ${AT_ONCE} more of ${left}`;
}

interface ToolsProps {
  readonly query: ColumnQuery;
  readonly onQuery: (part: Partial<ColumnQuery>) => void;
}

function ColumnTools({ query, onQuery }: ToolsProps): JSX.Element {
  return (
    <div class="dp-tools">
      <input
        type="search"
        placeholder="Find a column"
        aria-label="Find a column"
        value={query.search}
        onInput={(event) => onQuery({ search: event.currentTarget.value })}
      />
      <div class="dp-segmented" role="group" aria-label="Which columns to show">
        {FILTERS.map(([filter, label]) => (
          <button key={filter} type="button" aria-pressed={query.filter === filter} onClick={() => onQuery({ filter })}>
            {label}
          </button>
        ))}
      </div>
    </div>
  );
}
