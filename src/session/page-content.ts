import type { Figure } from "../charts/figure";
import type { Analysis } from "../analyses/analysis";
import { breathe } from "../data/breathe";
import type { Settings } from "../view/settings";
import type { MakePickDesk } from "./pick-desk";
import type { PageContent, Run } from "./session";

/** What was last shown of a page; null where it never was. */
export function lastPage(run: Run): PageContent | null {
  if (run.state === "done") return run.page;
  return run.state === "running" || run.state === "stopped" ? run.last : null;
}

/**
 * A result made readable. In pieces: all of a page's figures at once would keep the screen waiting. `desk` serves what is asked
 * later of customers that are picked out, until a signal fires.
 */
export async function toPage(
  analysis: Analysis<Settings, unknown>,
  result: unknown,
  milliseconds: number,
  partial: boolean,
  desk: MakePickDesk,
): Promise<PageContent> {
  const [answer, cards] = [analysis.answer(result), analysis.cards(result)];
  await breathe();
  const figures = await inSteps(analysis.figuresInSteps?.(result) ?? analysis.figures(result));
  const customers = analysis.customers?.(result) ?? null;
  const picked: PageContent["picked"] = (places) => analysis.picked?.(result, places) ?? [];
  const more = analysis.pickedMore?.bind(analysis);
  const pickedMore: PageContent["pickedMore"] =
    more === undefined ? null : (places, signal) => more(result, places, desk(signal));
  const features = analysis.features?.(result) ?? null;
  await breathe();
  const takeaways = analysis.takeaways?.(result) ?? [];
  const groups = analysis.groups?.(result) ?? null;
  const funnels = analysis.funnels?.(result) ?? null;
  const kinds = analysis.kinds?.(result) ?? null;
  const findings = analysis.findings(result);
  const follow = analysis.follow?.(result) ?? null;
  await breathe();
  const follows = { customers, picked, pickedMore, follow };
  const made = { answer, cards, figures, findings, features, takeaways, groups, funnels, kinds };
  return { ...made, ...follows, partial, milliseconds };
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
