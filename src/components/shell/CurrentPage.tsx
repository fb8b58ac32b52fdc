import { AnalysisPage } from "../analysis/AnalysisPage";
import { EmptyState } from "../analysis/EmptyState";
import { HomePage } from "../home/HomePage";
import { PrivacyPage } from "../privacy/PrivacyPage";
import { DropZone } from "./DropZone";
import { FailedCard } from "./FailedCard";
import { LoadingCard } from "./LoadingCard";
import type { PageTitle } from "./navigation";
import type { Started } from "./use-session";

interface CurrentPageProps {
  readonly started: Started;
  readonly page: string;
  readonly base: string;
  readonly catalogue: readonly PageTitle[];
  readonly onSettings: () => void;
}

const DATA: PageTitle = { id: "data", title: "Data", question: "What is in the file, and what was cleaned?" };

/** The page for where the workbench stands: the door, reading, a failure, or the numbers. */
export function CurrentPage({ started, page, base, catalogue, onSettings }: CurrentPageProps) {
  const { session, parts, problem } = started;
  const title = catalogue.find(({ id }) => id === page) ?? DATA;
  const privacy = page === "privacy" ? <PrivacyPage started={started} base={base} /> : null;
  const empty =
    page === "home" ? <HomePage {...{ session, base, catalogue }} /> : <EmptyState session={session} page={title} />;
  const front = privacy ?? empty;
  if (problem !== null) {
    return (
      <div class="stack">
        {privacy === null && <h1 class="visually-hidden">The workbench could not start</h1>}
        <FailedCard
          title="The workbench could not start"
          message={problem.message}
          next={nextOf(problem)}
          details={problem.stack ?? null}
        />
        {privacy ?? <DropZone session={null} size="card" />}
      </div>
    );
  }
  if (session === null || parts === null) return front;
  const stage = session.stage.value;
  const { DataPage } = parts;
  switch (stage.name) {
    case "booting":
    case "empty":
      return front;
    case "loading":
      return <LoadingCard session={session} stage={stage} />;
    case "failed":
      return (
        <div class="stack">
          <h1 class="visually-hidden">The file could not be opened</h1>
          <FailedCard title="The file could not be opened" {...stage} />
          <DropZone session={session} size="card" />
        </div>
      );
    case "mapping":
    case "ready": {
      if (privacy !== null) return privacy;
      const entry = session.pages.find(({ id }) => id === page);
      const chosen = entry !== undefined && stage.name === "ready";
      return chosen ? (
        <AnalysisPage {...{ session, parts, onSettings }} page={entry} />
      ) : (
        <DataPage session={session} />
      );
    }
  }
}

/** What the person can do about a failed start: what it says itself, or the usual. */
function nextOf(problem: Error): string {
  const own = "next" in problem ? problem.next : null;
  return typeof own === "string" ? own : "Reload the page. A current Chrome, Edge, Firefox or Safari is needed.";
}
