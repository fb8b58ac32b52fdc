import { format } from "../../charts/format";
import type { Session } from "../../session/session";
import { ExportMenu } from "./ExportMenu";
import { countFilters } from "./filter-words";
import { Icon } from "./Icon";
import { Mark } from "./Mark";
import { rooted } from "./navigation";
import { follow } from "./Rail";
import { SealBadge } from "./SealBadge";
import { ThemeToggle } from "./ThemeToggle";

interface TopBarProps {
  readonly session: Session | null;
  readonly base: string;
  readonly problem: Error | null;
  readonly onGo: (page: string) => boolean;
  readonly onFilters: () => void;
  readonly onLink: () => void;
  readonly onPalette: () => void;
}

/** What is open, how much of it counts, what limits it, and what can be taken away. */
export function TopBar({ session, base, problem, onGo, onFilters, onLink, onPalette }: TopBarProps) {
  const stage = session?.stage.value.name ?? "booting";
  const open = stage === "ready" || stage === "mapping";
  return (
    <header class={open ? "top-bar top-bar-open" : "top-bar"}>
      <a
        class="top-brand"
        href={rooted(base, "")}
        aria-label="Clientele, home"
        onClick={(event) => follow(event, "home", onGo)}
      >
        <Mark />
      </a>
      <div class="top-identity">
        {session !== null && open ? <Identity session={session} /> : <p class="top-none">No file is open</p>}
      </div>
      <SealBadge {...{ base, session, problem, onGo }} />
      <div class="top-actions">
        {session !== null && stage === "ready" && (
          <>
            <FilterButton session={session} onFilters={onFilters} />
            <button type="button" class="button" aria-haspopup="dialog" onClick={onLink}>
              <Icon name="link" size={16} />
              <span class="button-word">Copy link</span>
            </button>
            <ExportMenu session={session} />
          </>
        )}
        <button type="button" class="icon-button" aria-label="Search pages, settings and actions" onClick={onPalette}>
          <Icon name="search" />
        </button>
        <ThemeToggle />
      </div>
    </header>
  );
}

function Identity({ session }: { readonly session: Session }) {
  const opened = session.opened.value;
  const counts = session.dataset.value?.counts;
  if (opened === null) return null;
  const kept = counts === undefined || counts.rowsRead === 0 ? null : counts.rowsKept / counts.rowsRead;
  return (
    <>
      <p class="top-name" title={opened.label}>
        {opened.label}
        {opened.synthetic && <span class="tag">synthetic</span>}
      </p>
      <p class="top-counts tabular">
        <span>{format(opened.rows, "count", "full")} rows</span>
        {counts !== undefined && <span>{format(counts.customers, "count", "full")} customers</span>}
        {kept !== null && (
          <span
            class={kept < 0.9 ? "quality quality-low" : "quality"}
            title="Share of the rows that passed the cleaning and count in every number"
          >
            {keptText(kept)} kept
          </span>
        )}
      </p>
    </>
  );
}

/** Never rounds a loss away: 99.98 % stays below 100 %. */
function keptText(kept: number): string {
  if (kept === 1) return "100 %";
  return kept > 0.999 ? "over 99.9 %" : format(kept, "share");
}

function FilterButton({ session, onFilters }: { readonly session: Session; readonly onFilters: () => void }) {
  const used = countFilters(session.view.value.filters);
  return (
    <button type="button" class="button" aria-haspopup="dialog" onClick={onFilters}>
      <Icon name="filter" size={16} />
      <span class="button-word">Filters</span>
      {used > 0 && <span class="button-count">{used}</span>}
    </button>
  );
}
