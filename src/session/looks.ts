import type { ReadonlySignal } from "@preact/signals";
import type { Dataset } from "../data/dataset";
import { sameRecipe } from "../view/same-recipe";
import { setFilters, setSettings } from "../view/view-changes";
import type { View } from "../view/view";
import type { LookDesk, PageEntry, PageLook } from "./session";
import type { ViewKeeper } from "./view-keeper";

/** Turns a look into a view: everything else stays as it is. */
export class Looks implements LookDesk {
  constructor(
    private readonly keeper: Pick<ViewKeeper, "view" | "hrefOf">,
    private readonly pages: readonly PageEntry[],
    private readonly dataset: ReadonlySignal<Pick<Dataset, "hasTime"> | null>,
    private readonly show: (view: View) => void,
  ) {}

  take(page: string, look: PageLook): boolean {
    const view = this.viewOf(page, look);
    if (sameRecipe(view, this.keeper.view.value)) return false;
    this.show(view);
    return true;
  }

  href(page: string, look: PageLook): string {
    return this.keeper.hrefOf(this.viewOf(page, look));
  }

  private viewOf(page: string, { settings, time }: PageLook): View {
    const entry = this.pages.find(({ id }) => id === page);
    if (entry === undefined) throw new RangeError(`There is no page “${page}”.`);
    const view = { ...setSettings(this.keeper.view.value, entry, settings), page };
    // Data without times cannot be filtered by them.
    return time === undefined || this.dataset.value?.hasTime !== true
      ? view
      : setFilters(view, { ...view.filters, ...time });
  }
}
