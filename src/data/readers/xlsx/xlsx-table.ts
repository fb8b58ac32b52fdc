import { tableNames } from "../column-names";
import { tableStart } from "./table-start";
import type { TextParts } from "../text-parts";
import type { SheetRow } from "./xlsx-sheet";

/** Rows looked at before it is decided where the table begins. */
const HEAD_ROWS = 100;

/** Puts the rows of a sheet under their header; rows above it are counted, empty ones are not rows. */
export class SheetTable {
  private head: SheetRow[] | null = [];
  private readonly places = new Map<number, number>();
  private above = 0;
  private numbered = false;
  private readonly renamed: string[] = [];

  constructor(private readonly parts: TextParts) {}

  add(row: SheetRow): void {
    if (this.head === null) return this.put(row);
    this.head.push(row);
    if (this.head.length >= HEAD_ROWS) this.begin(this.head);
  }

  /** The sheet has ended. */
  finish(): void {
    if (this.head !== null && this.head.length > 0) this.begin(this.head);
  }

  /** What a person should know, as sentences. */
  notes(): readonly string[] {
    const lines = this.above === 1 ? "The first row stands" : `The first ${this.above} rows stand`;
    return [
      ...(this.above === 0 ? [] : [`${lines} above the table and ${this.above === 1 ? "was" : "were"} left out.`]),
      ...(this.numbered ? ["The first row holds data, not names, so the columns are numbered."] : []),
      ...this.renamed,
    ];
  }

  private begin(head: readonly SheetRow[]): void {
    this.head = null;
    const { above, titles } = tableStart(head);
    this.above = above;
    this.numbered = titles === null;
    if (titles !== null) this.name([...titles.keys()], [...titles.values()]);
    for (const row of head.slice(above + (titles === null ? 0 : 1))) this.put(row);
  }

  private name(columns: readonly number[], titles: readonly string[]): void {
    const names = tableNames(titles);
    columns.forEach((column, index) => {
      const [title, name] = [titles[index] ?? "", names[index] ?? ""];
      this.places.set(column, this.parts.place(name));
      if (name !== title.trim()) this.renamed.push(`A second column named “${title.trim()}” is called “${name}” here.`);
    });
  }

  private put(row: SheetRow): void {
    for (const { column, text } of row.cells) this.parts.put(this.placeOf(column), text);
    this.parts.endRow();
  }

  /** A column without a title is named by its number. */
  private placeOf(column: number): number {
    const known = this.places.get(column);
    if (known !== undefined) return known;
    const place = this.parts.place(`column ${column + 1}`);
    this.places.set(column, place);
    return place;
  }
}
