import { batch, signal } from "@preact/signals";
import { STEP_IDS } from "../data/ledger";
import { isRole } from "../data/roles/is-role";
import { fromHash } from "../view/from-hash";
import type { LinkSpecs } from "../view/link-specs";
import { sameRecipe } from "../view/same-recipe";
import { LONGEST_HASH, toHash } from "../view/to-hash";
import { readViewFile, writeViewFile } from "../view/view-file";
import type { Fingerprint, View } from "../view/view";
import type { Address } from "./address";
import type { Link, PageEntry } from "./session";

/** Changes of one control that follow each other within this many milliseconds are one wish. */
const ONE_WISH = 1000;

/**
 * Keeps the view and the address bar saying the same, except for values of the file (filters on makers, handsets,
 * locations): those are never written into the address, which browsers store and people copy. Each history entry's whole
 * view stays in memory under the entry's name, so that going back and forward loses nothing, and a reload, which forgets
 * the data, forgets them too.
 */
export class ViewKeeper {
  readonly view;
  readonly problems = signal<readonly string[]>([]);
  private readonly specs: LinkSpecs;
  private readonly kept = new Map<string, View>();
  private readonly visit = crypto.randomUUID();
  private entries = 0;
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
      this.put(view, again ? "replace" : how);
    });
  }

  /** The address that reopens this view, and what is not in it. */
  link(values: boolean): Link {
    const view = this.view.value;
    const { hash, ...rest } = toHash(view, this.specs, { values, longest: LONGEST_HASH });
    return { href: this.address.href(view.page, hash), longest: LONGEST_HASH, ...rest };
  }

  /** The address of another view, without values of the file. */
  hrefOf(view: View): string {
    return this.address.href(view.page, toHash(view, this.specs, { values: false, longest: LONGEST_HASH }).hash);
  }

  /** The view as the text of a file, however long. */
  viewFile(values: boolean): string {
    return writeViewFile(this.view.value, this.specs, values);
  }

  /** The view that such a file holds, on the file that is open, with what was ignored of it; null for another text. */
  readFile(text: string): View | null {
    const reading = readViewFile(text, this.specs);
    if (reading === null) return null;
    this.problems.value = reading.problems;
    return reading.view;
  }

  /** Takes over what the address says when the person goes back or forward; `open` is the file that stays open. */
  follow(open: () => Fingerprint | null, moved: () => void): void {
    this.address.onMove(() => {
      const known = this.kept.get(this.address.entry() ?? "");
      const found = known ?? this.read();
      const now = this.view.value;
      const same = found.page === now.page && sameRecipe(found, now);
      const view = same ? now : { ...found, fingerprint: open() ?? found.fingerprint };
      // A link put into the address bar by hand: values that it names do not stay there.
      if (known === undefined) this.put(view, "replace");
      if (same) return;
      if (known !== undefined) this.problems.value = [];
      this.last = null;
      this.view.value = view;
      moved();
    });
  }

  /** Forgets the values of earlier history entries. */
  forget(): void {
    this.kept.clear();
  }

  private put(view: View, how: "push" | "replace"): void {
    const { hash } = toHash(view, this.specs, { values: false, longest: LONGEST_HASH });
    const now = this.address.entry();
    const again = how === "replace" && now !== null && this.kept.has(now);
    const entry = again ? now : `${this.visit} ${this.entries++}`;
    this.kept.set(entry, view);
    this.address.write(view.page, hash === "#v=1" ? "" : hash, how, entry);
  }

  private read(): View {
    const { view, problems } = fromHash(this.address.hash(), this.specs, this.address.page());
    this.problems.value = problems;
    return view;
  }
}
