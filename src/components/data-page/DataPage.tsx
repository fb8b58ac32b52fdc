import type { JSX } from "preact";
import type { Opened, Session } from "../../session/session";
import { ColumnList } from "./ColumnList";
import { counted, foundSentence, memorySentence } from "./found-sentence";
import { Ledger } from "./Ledger";
import { PreviewTable } from "./PreviewTable";
import { RememberThis } from "./RememberThis";
import "./data-page.css";

/** The file as it was found: what was cleaned, what its columns hold and mean, and its rows. */
export function DataPage({ session }: { session: Session }): JSX.Element {
  const opened = session.opened.value;
  if (opened === null) return <Outline />;
  // What was done to the file comes first, unless a person must first say what its columns mean.
  const choosing = session.stage.value.name === "mapping";
  const columns = <ColumnList key={`columns ${opened.fingerprint.hash}`} session={session} />;
  return (
    <div class="dp-page">
      <Head session={session} opened={opened} />
      <RememberThis session={session} />
      <WhatIsMissing session={session} />
      <Jumps session={session} choosing={choosing} />
      {choosing && columns}
      <Ledger session={session} />
      {!choosing && columns}
      <PreviewTable key={`rows ${opened.fingerprint.hash}`} session={session} />
    </div>
  );
}

function Head({ session, opened }: { session: Session; opened: Opened }): JSX.Element {
  const dataset = session.dataset.value;
  return (
    <header class="dp-head">
      <div>
        <h1 tabIndex={-1}>
          {opened.label}
          {opened.synthetic && <span class="dp-badge dp-synthetic">synthetic</span>}
        </h1>
        <p class="dp-found">{foundSentence(opened, dataset)}</p>
        {session.memoryUse.value !== null && <p class="dp-small">{memorySentence(session.memoryUse.value)}</p>}
        {opened.notes.length > 0 && (
          <ul class="dp-notes">
            {opened.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
      </div>
      <button type="button" class="dp-primary" disabled={dataset === null} onClick={() => session.go("overview")}>
        See the overview
      </button>
    </header>
  );
}

/** Why there are no pages yet, and which choice below mends it; nothing once the pages stand. */
function WhatIsMissing({ session }: { session: Session }): JSX.Element | null {
  const stage = session.stage.value;
  if (stage.name !== "mapping") return null;
  return (
    <p class="banner banner-warning" role="status">
      <span>{stage.why}</span>
    </p>
  );
}

/** The three parts of a long page, each one click away; buttons, since the address's hash belongs to the link. */
function Jumps({ session, choosing }: { session: Session; choosing: boolean }): JSX.Element {
  const steps = session.ledger.value.filter((step) => step.enabled && step.affected > 0);
  const columns = ["dp-columns-title", "Columns"] as const;
  const cleaning = [
    "dp-ledger-title",
    steps.length === 0 ? "Cleaning" : `Cleaning: ${counted(steps.length, "finding")}`,
  ] as const;
  const parts = [...(choosing ? [columns, cleaning] : [cleaning, columns]), ["dp-preview-title", "Rows"] as const];
  return (
    <nav class="dp-jumps" aria-label="Parts of this page">
      {parts.map(([id, label]) => (
        <button
          key={id}
          type="button"
          onClick={() => document.getElementById(id)?.closest("section")?.scrollIntoView()}
        >
          {label}
        </button>
      ))}
    </nav>
  );
}

/** The page's outline in its final size, until the file's name and size are known. */
function Outline(): JSX.Element {
  return (
    <div class="dp-page" aria-busy="true">
      <h1 class="visually-hidden">Reading the file</h1>
      <div class="dp-skeleton dp-skeleton-head" />
      <div class="dp-skeleton dp-skeleton-card" />
      <div class="dp-skeleton dp-skeleton-card" />
    </div>
  );
}
