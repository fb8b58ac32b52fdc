import { versionAmong, type Among } from "../data/customers/narrow-customers";
import type { KeptSegments } from "../data/customers/kept-segments";
import type { View } from "../view/view";
import type { DataDesk } from "./data-desk";
import type { LoadedAnalysis } from "./loaded-analysis";
import type { Runner } from "./runner";
import { lendsIn } from "./wanted-runs";

/** From tables to finished pages, in two steps where the view filters by segments: who is in which must be known first. */
export class PageFlow {
  /** Resolves when the pages of the view that came last stand. */
  running: Promise<void> = Promise.resolve();

  /** `again` does work once what is under way has ended, unless the view is another by then. */
  constructor(
    private readonly desk: Pick<DataDesk, "base" | "dataset" | "narrow">,
    private readonly runner: Runner,
    private readonly analyses: readonly LoadedAnalysis[],
    private readonly again: (view: View, work: () => Promise<void>) => Promise<void>,
  ) {}

  /** The page whose labels all others have in this view, and may wait for; null where there is none. */
  lender(view: View): string | null {
    return this.analyses.find(({ entry }) => lendsIn(entry, view))?.entry.id ?? null;
  }

  /**
   * Brings tables and pages up to a view whose base tables stand. Resolves once its tables do, or once the segments that it
   * filters by are on their way: then all other pages wait, and this is done again when it is known who is in them.
   */
  async settle(view: View, stop: AbortSignal): Promise<void> {
    const base = this.desk.base.value;
    if (base === null) return;
    const { segments } = view.filters;
    const labelled = segments.length > 0 ? this.runner.labelled(base, view) : false;
    const among = labelled === true ? amongOf(segments, this.runner.tables.kept.value) : null;
    const changes = this.desk.dataset.value?.version !== versionAmong(base, among);
    if (labelled === null || changes) await this.runner.interrupt(this.lenders(), "Waiting for the segments");
    if (changes) await this.desk.narrow(view.filters, among, stop);
    this.running = labelled === null ? this.afterLabels(view, stop) : this.update(view);
  }

  private async update(view: View): Promise<void> {
    const [dataset, base] = [this.desk.dataset.value, this.desk.base.value];
    if (dataset === null || base === null) return;
    await this.runner.update({ dataset, base }, view);
    performance.mark("clientele:pages");
  }

  private async afterLabels(view: View, stop: AbortSignal): Promise<void> {
    const base = this.desk.base.value;
    if (base === null) return;
    await this.runner.label(base, view);
    const before = this.running;
    await this.again(view, () => this.settle(view, stop));
    // Unless the view is another by now, which has its own way to go.
    if (this.running !== before) await this.running;
  }

  private lenders(): readonly string[] {
    return this.analyses.flatMap(({ entry }) => (entry.lends === undefined ? [] : [entry.id]));
  }
}

/** Those of these segments that there are; null where there is none of them. */
function amongOf(segments: readonly number[], kept: KeptSegments | null): Among | null {
  if (kept === null) return null;
  const known = new Set(kept.segments.map(({ segment }) => segment));
  const there = segments.filter((segment) => known.has(segment)).toSorted((a, b) => a - b);
  return there.length === 0 ? null : { segments: there, version: kept.version };
}
