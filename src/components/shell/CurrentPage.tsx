import { AnalysisPage } from "../analysis/AnalysisPage";
import { EmptyState } from "../analysis/EmptyState";
import { HomePage } from "../home/HomePage";
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
  const front =
    page === "home" ? <HomePage {...{ session, base, catalogue }} /> : <EmptyState session={session} page={title} />;
  if (problem !== null) {
    return (
      <>
        <h1 class="visually-hidden">The workbench could not start</h1>
        <FailedCard
          title="The workbench could not start"
          message={problem.message}
          next="Reload the page. A current Chrome, Edge, Firefox or Safari is needed."
          details={problem.stack ?? null}
        />
      </>
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
