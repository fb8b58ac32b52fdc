import type { Figure } from "../charts/figure";
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
  const figures = await inSteps(analysis.figuresInSteps?.(result) ?? analysis.figures(result));
  const customers = analysis.customers?.(result) ?? null;
  const picked: PageContent["picked"] = (places) => analysis.picked?.(result, places) ?? [];
  const takeaways = analysis.takeaways?.(result) ?? [];
  const groups = analysis.groups?.(result) ?? null;
  const findings = analysis.findings(result);
  const follow = analysis.follow?.(result) ?? null;
  return { answer, cards, figures, findings, customers, picked, takeaways, groups, follow, partial, milliseconds };
}

/** Time that making figures may hold the page before it is given back. */
const SLICE_MS = 12;

async function inSteps(figures: Iterable<Figure>): Promise<readonly Figure[]> {
  const made: Figure[] = [];
  let since = performance.now();
  for (const figure of figures) {
    made.push(figure);
    if (performance.now() - since < SLICE_MS) continue;
    await breathe();
    since = performance.now();
  }
  await breathe();
  return made;
}
