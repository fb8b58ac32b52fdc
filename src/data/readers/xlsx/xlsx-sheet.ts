import { momentText } from "./xlsx-date";
import { unescaped, type Sheet, type Workbook } from "./xlsx-book";
import { readXml } from "./xml-stream";

/** A cell that holds something. */
export interface Cell {
  /** From 0. */
  readonly column: number;
  readonly text: string;
  readonly kind: "text" | "number" | "date" | "boolean";
}

/** A row in which something stands, though it may be errors only; `number` as the spreadsheet shows it. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** What was met on the way and is not in the rows. */
export interface SheetCounts {
  /** Cells by the error they hold; they are left empty. */
  readonly errors: Map<string, number>;
  /** Formulas whose result is not in the file. */
  unanswered: number;
  merged: number;
}

/**
 * The rows of a sheet in order, as they stream: texts as they are, numbers with every digit that their double has, dates
 * as ISO text, formulas as the result that was saved.
 */
export async function readSheet(
  book: Workbook,
  sheet: Sheet,
  onRow: (row: SheetRow) => void,
  onBytes: (bytes: number) => void,
): Promise<SheetCounts> {
  const walk = new SheetWalk(book, onRow);
  const { open, close, text } = walk;
  await readXml(sheet.entry, { open, close, text }, onBytes);
  return walk.counts;
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
}

class SheetWalk {
  readonly counts: SheetCounts = { errors: new Map(), unanswered: 0, merged: 0 };
  private row = 0;
  private column = -1;
  private cells: Cell[] = [];
  /** A row of nothing but errors is a row all the same. */
  private occupied = false;
  private cell: OpenCell | null = null;
  private raw: string | null = null;
  private formula = false;
  private wanted = false;
  private reading = 0;

  constructor(
    private readonly book: Workbook,
    private readonly onRow: (row: SheetRow) => void,
  ) {}

  readonly open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === "c") this.openCell(attributes);
    else if (name === "row") {
      this.row = Number(attributes["r"] ?? this.row + 1);
      this.column = -1;
      this.cells = [];
      this.occupied = false;
    } else if (name === "f") this.formula = true;
    else if (name === "rPh") this.reading += 1;
    else if (name === "mergeCell") this.counts.merged += 1;
    this.wanted = this.cell !== null && (name === "v" || (name === "t" && this.reading === 0));
    if (this.wanted) this.raw ??= "";
  };

  readonly text = (piece: string): void => {
    if (this.wanted) this.raw = (this.raw ?? "") + piece;
  };

  readonly close = (name: string): void => {
    this.wanted = false;
    if (name === "c") this.closeCell();
    else if (name === "rPh") this.reading -= 1;
    else if (name === "row" && (this.occupied || this.cells.length > 0))
      this.onRow({ number: this.row, cells: this.cells });
  };

  private openCell(attributes: Readonly<Record<string, string>>): void {
    this.column = attributes["r"] === undefined ? this.column + 1 : columnOf(attributes["r"]);
    this.cell = { column: this.column, type: attributes["t"] ?? "n", style: Number(attributes["s"] ?? 0) };
    this.raw = null;
    this.formula = false;
  }

  private closeCell(): void {
    const { cell, raw } = this;
    this.cell = null;
    if (cell === null) return;
    if (raw === null || (raw === "" && this.formula && cell.type !== "str")) {
      this.occupied ||= this.formula;
      this.counts.unanswered += Number(this.formula);
      return;
    }
    const read = this.read(cell, raw);
    if (read !== null && read.text !== "") this.cells.push({ column: cell.column, ...read });
  }

  private read({ type, style }: OpenCell, raw: string): Omit<Cell, "column"> | null {
    if (type === "s") return { text: this.book.strings[Number(raw)] ?? "", kind: "text" };
    if (type === "inlineStr" || type === "str") return { text: unescaped(raw), kind: "text" };
    if (type === "b") return { text: raw.trim() === "1" || raw.trim() === "true" ? "true" : "false", kind: "boolean" };
    if (type === "d") return { text: raw.replace("T", " "), kind: "date" };
    if (type === "e") {
      this.occupied = true;
      this.counts.errors.set(raw, (this.counts.errors.get(raw) ?? 0) + 1);
      return null;
    }
    const kind = this.book.kinds[style] ?? "number";
    const moment = kind === "number" ? null : momentText(Number(raw), kind, this.book.since1904);
    return moment === null ? { text: exactNumber(raw.trim()), kind: "number" } : { text: moment, kind: "date" };
  }
}

/** “AB12” is column 27. */
export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.toUpperCase()) {
    if (letter < "A" || letter > "Z") break;
    column = 26 * column + letter.charCodeAt(0) - 64;
  }
  return column - 1;
}

/**
 * The shortest text of the same double: files write 1.1 as 1.1000000000000001. Whole numbers written out stay as they are,
 * since other programs write ids that no double holds.
 */
function exactNumber(raw: string): string {
  if (/^-?\d+$/u.test(raw)) return raw;
  const value = Number(raw);
  return raw === "" || Number.isNaN(value) ? raw : String(value);
}
