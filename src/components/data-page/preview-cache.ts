import type { PreviewPage } from "../../data/preview";

type Fetch = (from: number, count: number) => Promise<PreviewPage>;
type Row = readonly (string | null)[];

/** Rows per request: about 20,000 cells, so that a file of very many columns stays quick. */
export function rowsPerPage(columns: number): number {
  return Math.min(200, Math.max(20, Math.floor(20_000 / Math.max(1, columns))));
}

/**
 * A window on a long table, fetched in pages. Keeps the pages used last; asks for one page at a time, always the one
 * wanted most recently, so that a fast scroll does not queue up everything it passed.
 */
export class PreviewCache {
  private readonly pages = new Map<number, PreviewPage>();
  private wanted: number[] = [];
  private busy = false;
  private closed = false;

  constructor(
    private readonly fetch: Fetch,
    readonly pageSize: number,
    private readonly onPage: (page: PreviewPage) => void,
    private readonly onError: (problem: unknown) => void,
    private readonly keep = 24,
  ) {}

  /** The row at a 0-based position, or undefined while it is not here. */
  row(index: number): Row | undefined {
    const page = this.pages.get(Math.floor(index / this.pageSize));
    return page?.rows[index - page.from];
  }

  /** Asks for the rows `from` (inclusive) to `to` (exclusive); what was asked before and not begun is forgotten. */
  want(from: number, to: number): void {
    const first = Math.floor(from / this.pageSize);
    const last = Math.floor(Math.max(from, to - 1) / this.pageSize);
    this.wanted = [];
    for (let page = first; page <= last; page += 1) {
      const held = this.pages.get(page);
      if (held === undefined) this.wanted.push(page);
      else this.refresh(page, held);
    }
    void this.work();
  }

  /** Nothing more is asked for or told. */
  close(): void {
    this.closed = true;
    this.wanted = [];
  }

  private refresh(page: number, held: PreviewPage): void {
    this.pages.delete(page);
    this.pages.set(page, held);
  }

  private async work(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    for (let page = this.wanted.shift(); page !== undefined; page = this.wanted.shift()) await this.load(page);
    this.busy = false;
  }

  private async load(page: number): Promise<void> {
    try {
      const held = await this.fetch(page * this.pageSize, this.pageSize);
      if (this.closed) return;
      this.pages.set(page, held);
      this.wanted = this.wanted.filter((other) => other !== page);
      this.forgetOldest();
      this.onPage(held);
    } catch (problem) {
      this.wanted = [];
      if (!this.closed) this.onError(problem);
    }
  }

  private forgetOldest(): void {
    for (const page of this.pages.keys()) {
      if (this.pages.size <= this.keep) return;
      this.pages.delete(page);
    }
  }
}
