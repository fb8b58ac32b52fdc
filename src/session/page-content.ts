import type { Analysis } from "../analyses/analysis";
import type { Settings } from "../view/settings";
import { breathe } from "./breathe";
import type { PageContent, Run } from "./session";

/** What was last shown of a page; null where it never was. */
export function lastPage(run: Run): PageContent | null {
  if (run.state === "done") return run.page;
  return run.state === "running" || run.state === "stopped" ? run.last : null;
}

/** A result made readable. In pieces: all of a page's figures at once would keep the screen waiting. */
export async function toPage(
  analysis: Analysis<Settings, unknown>,
  result: unknown,
  milliseconds: number,
  partial: boolean,
): Promise<PageContent> {
  const [answer, cards] = [analysis.answer(result), analysis.cards(result)];
  await breathe();
  const figures = analysis.figures(result);
  await breathe();
  const customers = analysis.customers?.(result) ?? null;
  const picked: PageContent["picked"] = (places) => analysis.picked?.(result, places) ?? [];
  const takeaways = analysis.takeaways?.(result) ?? [];
  const groups = analysis.groups?.(result) ?? null;
  const findings = analysis.findings(result);
  return { answer, cards, figures, findings, customers, picked, takeaways, groups, partial, milliseconds };
}
