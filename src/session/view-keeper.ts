import { batch, signal } from "@preact/signals";
import { STEP_IDS } from "../data/ledger";
import { isRole } from "../data/roles/is-role";
import { fromHash } from "../view/from-hash";
import type { LinkSpecs } from "../view/link-specs";
import { toHash } from "../view/to-hash";
import type { Fingerprint, View } from "../view/view";
import type { Address } from "./address";
import type { PageEntry } from "./session";

/** Changes of one control that follow each other within this many milliseconds are one wish. */
const ONE_WISH = 1000;

/** Keeps the view and the address bar saying the same. */
export class ViewKeeper {
  readonly view;
  readonly problems = signal<readonly string[]>([]);
  private readonly specs: LinkSpecs;
  /** The control that was last moved, and when. */
  private last: { readonly at: string; readonly time: number } | null = null;

  constructor(
    private readonly address: Address,
    pages: readonly PageEntry[],
  ) {
    this.specs = { pages, steps: STEP_IDS, isRole };
    this.view = signal<View>(this.read());
  }

  /**
   * Shows another view: as a new history entry, or in place of the current one. A push at the control `at` replaces the
   * entry that the same control made within the last second, so that going back undoes a whole drag.
   */
  write(view: View, how: "push" | "replace", at: string | null = null): void {
    const time = performance.now();
    const again = at !== null && this.last?.at === at && time - this.last.time < ONE_WISH;
    this.last = at === null ? null : { at, time };
    batch(() => {
      this.view.value = view;
      this.address.write(view.page, this.hash(view), again ? "replace" : how);
    });
  }

  /** The address that reopens this view. */
  link(): string {
    return this.address.href(this.view.value.page, toHash(this.view.value, this.specs));
  }

  /** Takes over what the address says when the person goes back or forward; `open` is the file that stays open. */
  follow(open: () => Fingerprint | null, moved: () => void): void {
    this.address.onMove(() => {
      const view = this.read();
      const now = this.view.value;
      if (view.page === now.page && this.hash(view) === this.hash(now)) return;
      this.last = null;
      this.view.value = { ...view, fingerprint: open() ?? view.fingerprint };
      moved();
    });
  }

  private hash(view: View): string {
    const hash = toHash(view, this.specs);
    return hash === "#v=1" ? "" : hash;
  }

  private read(): View {
    const { view, problems } = fromHash(this.address.hash(), this.specs, this.address.page());
    this.problems.value = problems;
    return view;
  }
}
