import type { PageContent, PageEntry, Run, Session } from "../../session/session";
import { unbroken } from "../chart/unbroken";
import { FailedCard } from "../shell/FailedCard";
import type { Parts } from "../shell/load-parts";
import { AnalysisContent } from "./AnalysisContent";
import { FollowBar } from "./FollowBar";
import { ProgressLine } from "./ProgressLine";
import { summaryOf } from "./settings-words";
import { SummaryChips } from "./SummaryChips";
import { useNextFrame } from "./use-next-frame";

interface AnalysisPageProps {
  readonly session: Session;
  readonly parts: Parts;
  readonly page: PageEntry;
  readonly onSettings: () => void;
}

/** One question, its answer, and what the answer rests on. */
export function AnalysisPage({ session, parts, page, onSettings }: AnalysisPageProps) {
  const run = session.run(page.id).value;
  const content = contentOf(run);
  const busy = run.state === "running" || run.state === "waiting";
  const settled = useNextFrame(page.id);
  const Recipe = settled ? recipeOf(page.id, parts) : null;
  return (
    <>
      <header class="page-head">
        <p class="page-kind">{page.title}</p>
        <h1 tabIndex={-1}>{page.question}</h1>
        <p class={content === null ? "page-answer page-answer-waiting" : "page-answer"}>
          {content === null ? waitingText(run) : unbroken(content.answer)}
        </p>
        <SummaryChips summary={summaryOf(session.view.value, page)} onOpen={onSettings} />
      </header>
      {Recipe !== null && <Recipe {...{ session, page, content }} />}
      <FollowBar {...{ session, page, content }} />
      {run.state === "running" && (
        <ProgressLine share={run.share} doing={run.doing} onStop={() => session.stopRun(page.id)} />
      )}
      {run.state === "stopped" && (
        <section class="card notice-card">
          <h2>Stopped</h2>
          <p>{run.last === null ? "Nothing was computed yet." : "What is shown belongs to the settings before."}</p>
          <button type="button" class="button" onClick={() => session.runAgain(page.id)}>
            Compute it
          </button>
        </section>
      )}
      {run.state === "impossible" && (
        <section class="card notice-card">
          <h2>This file cannot answer that</h2>
          <p>{run.why}</p>
          <button type="button" class="button" onClick={() => session.go("data")}>
            See what each column means
          </button>
        </section>
      )}
      {run.state === "failed" && <FailedCard title="This page could not be computed" {...run} />}
      {settled && (content !== null || busy) && (
        <AnalysisContent {...{ session, content, parts, busy }} page={page.id} />
      )}
    </>
  );
}

/** What a page has at hand to shape its question with; null where the settings panel is enough. */
function recipeOf(page: string, parts: Parts): Parts["SegmentRecipe"] | null {
  switch (page) {
    case "segments":
      return parts.SegmentRecipe;
    case "journeys":
      return parts.JourneyRecipe;
    case "leads":
      return parts.LeadRecipe;
    case "shoppers":
      return parts.KindRecipe;
    default:
      return null;
  }
}

/** What can be shown: the result, or the last one while a newer one is computed. */
function contentOf(run: Run): PageContent | null {
  if (run.state === "done") return run.page;
  return run.state === "running" || run.state === "stopped" ? run.last : null;
}

function waitingText(run: Run): string {
  return run.state !== "running" && run.state !== "waiting"
    ? "There is no answer yet."
    : "The answer is being computed.";
}
