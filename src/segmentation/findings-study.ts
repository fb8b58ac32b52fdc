import type { Explain } from "../charts/figure";
import { explainClusters } from "./explain-study";
import type { Study } from "./study";

/** A sentence with its level and origin; the shape of an analysis's finding. */
export interface StudyFinding {
  readonly text: string;
  readonly level: "info" | "caution";
  readonly explain: Explain;
}

/** What each segment is, what the number of segments rests on, and what to be careful with. */
export function studyFindings(study: Study): readonly StudyFinding[] {
  const explain = explainClusters(study);
  const info = study.readings.map((text) => ({ text, level: "info" as const, explain }));
  const advice = {
    text: study.advice.text,
    level: study.advice.settled ? ("info" as const) : ("caution" as const),
    explain,
  };
  const dropped = study.customers - study.segment.rowsUsed;
  const left =
    dropped === 0
      ? []
      : [
          `${dropped.toLocaleString("en-US")} of ${study.customers.toLocaleString("en-US")} customers were left out by the treatment and have no ${study.plan.id} score.`,
        ];
  const cautions = [...study.cautions, ...left].map((text) => ({ text, level: "caution" as const, explain }));
  return [...info, advice, ...cautions];
}
