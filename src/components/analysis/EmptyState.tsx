import type { Session } from "../../session/session";
import { DropZone } from "../shell/DropZone";
import type { PageTitle } from "../shell/navigation";
import { PROMISES } from "../shell/promises";
import { WantedFile } from "../shell/WantedFile";

interface EmptyStateProps {
  readonly session: Session | null;
  readonly page: PageTitle;
}

/** A page without data: its question, the door, and the sample. */
export function EmptyState({ session, page }: EmptyStateProps) {
  return (
    <>
      <header class="page-head">
        <p class="page-kind">{page.title}</p>
        <h1 tabIndex={-1}>{page.question}</h1>
        <p class="page-answer page-answer-waiting">Open a file, and this page answers from it.</p>
      </header>
      <div class="empty">
        <WantedFile session={session} />
        <DropZone session={session} size="card" />
        <aside class="card empty-promise" aria-labelledby="promise-title">
          <h2 id="promise-title">This page will show</h2>
          <ul role="list">
            {(PROMISES[page.id] ?? []).map((promise) => (
              <li key={promise}>{promise}</li>
            ))}
          </ul>
        </aside>
      </div>
    </>
  );
}
