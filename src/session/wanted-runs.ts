import type { CatalogueEntry } from "../analyses/catalogue";
import type { Dataset } from "../data/dataset";
import type { Settings, Values } from "../view/settings";
import { valuesOf } from "../view/values-of";
import type { View } from "../view/view";
import { dependenciesFirst, type LoadedAnalysis } from "./loaded-analysis";

/** The tables as they stand, and as they are without a filter on segments. */
export interface Tables {
  readonly dataset: Dataset;
  readonly base: Dataset;
}

/** One analysis as a view asks for it. */
export interface WantedRun {
  readonly id: string;
  readonly loaded: LoadedAnalysis;
  readonly dataset: Dataset;
  readonly view: View;
  readonly values: Values<Settings>;
  /** Names all that its result depends on. */
  readonly key: string;
  /** It is to be computed now, not when its page is visited. */
  readonly due: boolean;
  /** Its labels are a column for all other pages. */
  readonly lends: boolean;
  /** Analyses of this view whose derived columns it reads where they exist. */
  readonly after: readonly string[];
}

/** Every analysis on these tables, each after those it builds on. What others may build on is due whatever page is open. */
export function wantedRuns(
  analyses: readonly LoadedAnalysis[],
  { dataset, base }: Tables,
  view: View,
): readonly WantedRun[] {
  const keys = new Map<string, string>();
  return dependenciesFirst(analyses).map((loaded) => {
    const { entry, analysis } = loaded;
    const values = valuesOf(analysis.settings, view, entry.id);
    const lends = lendsIn(entry, view);
    const own = entry.lends === undefined ? dataset : base;
    const after = entry.after.filter((id) => keys.has(id));
    // Whether its labels are lent changes nothing in its own result.
    const told = Object.entries(values).filter(([setting]) => setting !== entry.lends);
    const treatment = entry.untreated === true ? null : view.treatment;
    const key = JSON.stringify([own.version, treatment, told, after.map((id) => keys.get(id))]);
    const always = entry.onVisit !== true || lends;
    if (always) keys.set(entry.id, key);
    const due = always || view.page === entry.id;
    return { id: entry.id, loaded, dataset: own, view, values, key, due, lends, after };
  });
}

/** Whether this page's labels are a column for all others in this view. */
export function lendsIn({ id, lends }: CatalogueEntry, view: View): boolean {
  return lends !== undefined && view.settings.get(id)?.get(lends) === true;
}
