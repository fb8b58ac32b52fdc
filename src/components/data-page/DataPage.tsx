import type { JSX } from "preact";
import type { Opened, Session, Stage } from "../../session/session";
import { ColumnList } from "./ColumnList";
import { foundSentence } from "./found-sentence";
import { Ledger } from "./Ledger";
import { PreviewTable } from "./PreviewTable";
import "./data-page.css";

/** The file as it was found: what its columns hold and mean, what was cleaned, and its rows. */
export function DataPage({ session }: { session: Session }): JSX.Element {
  const stage = session.stage.value;
  const opened = session.opened.value;
  if (opened === null) return <NothingOpen stage={stage} session={session} />;
  return (
    <div class="dp-page">
      <Head session={session} opened={opened} />
      {stage.name === "mapping" && (
        <p class="dp-notice" role="status">
          {stage.why} Choose the column that names the customer below.
        </p>
      )}
      <div class="dp-columns-and-ledger">
        <ColumnList key={opened.fingerprint.hash} session={session} />
        <Ledger session={session} />
      </div>
      <PreviewTable key={opened.fingerprint.hash} session={session} />
    </div>
  );
}

function Head({ session, opened }: { session: Session; opened: Opened }): JSX.Element {
  const dataset = session.dataset.value;
  return (
    <header class="dp-head">
      <div>
        <h1>
          {opened.label}
          {opened.synthetic && <span class="dp-badge dp-synthetic">synthetic</span>}
        </h1>
        <p class="dp-found">{foundSentence(opened, dataset)}</p>
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

/** Before a file is there: its outline while one is read, else a way to open one. */
function NothingOpen({ stage, session }: { stage: Stage; session: Session }): JSX.Element {
  if (stage.name === "loading" || stage.name === "booting") {
    return (
      <div class="dp-page" aria-busy="true">
        <h1 class="visually-hidden">{stage.name === "loading" ? `Reading ${stage.label}` : "Getting ready"}</h1>
        <div class="dp-skeleton dp-skeleton-head" />
        <div class="dp-skeleton dp-skeleton-card" />
        <div class="dp-skeleton dp-skeleton-card" />
      </div>
    );
  }
  return (
    <div class="dp-page dp-empty">
      <h1>No file is open</h1>
      <p>Drop a file anywhere on this page, or look at the synthetic sample first. Nothing leaves this browser.</p>
      <button type="button" class="dp-primary" onClick={() => void session.openSample()}>
        Open the sample
      </button>
    </div>
  );
}
