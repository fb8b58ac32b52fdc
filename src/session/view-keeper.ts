import { batch, signal } from "@preact/signals";
import { STEP_IDS } from "../data/ledger";
import { isRole } from "../data/roles/is-role";
import { fromHash } from "../view/from-hash";
import type { LinkSpecs } from "../view/link-specs";
import { toHash } from "../view/to-hash";
import type { Fingerprint, View } from "../view/view";
import type { Address } from "./address";
import type { PageEntry } from "./session";

/** Keeps the view and the address bar saying the same. */
export class ViewKeeper {
  readonly view;
  readonly problems = signal<readonly string[]>([]);
  private readonly specs: LinkSpecs;

  constructor(
    private readonly address: Address,
    pages: readonly PageEntry[],
  ) {
    this.specs = { pages, steps: STEP_IDS, isRole };
    this.view = signal<View>(this.read());
  }

  /** Shows another view: as a new history entry, or in place of the current one. */
  write(view: View, how: "push" | "replace"): void {
    batch(() => {
      this.view.value = view;
      this.address.write(view.page, this.hash(view), how);
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
