import type { Analysis } from "../analyses/analysis";
import type { CatalogueEntry } from "../analyses/catalogue";
import type { Settings } from "../view/settings";
import type { PageEntry } from "./session";

/** An analysis with its code. */
export interface LoadedAnalysis {
  readonly entry: CatalogueEntry;
  readonly analysis: Analysis<Settings, unknown>;
}

/** An analysis as the screen knows it. */
export function pageEntry({
  entry: { id, title, question, onVisit, untreated },
  analysis: { settings },
}: LoadedAnalysis): PageEntry {
  return { id, title, question, settings, onVisit: onVisit === true, treated: untreated !== true };
}

/** Each analysis after those it builds on. */
export function dependenciesFirst(analyses: readonly LoadedAnalysis[]): readonly LoadedAnalysis[] {
  const ordered: LoadedAnalysis[] = [];
  const visit = (loaded: LoadedAnalysis): void => {
    if (ordered.includes(loaded)) return;
    for (const id of loaded.entry.after) {
      const dependency = analyses.find(({ entry }) => entry.id === id);
      if (dependency !== undefined) visit(dependency);
    }
    ordered.push(loaded);
  };
  analyses.forEach(visit);
  return ordered;
}
