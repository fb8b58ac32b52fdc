import type { OnShare, Unpacked } from "../../../workers/reader-contract";
import type { SourceFile } from "../../source";
import { UserError } from "../../user-error";
import { TextParts } from "../text-parts";
import { openBook, type Sheet, type Workbook } from "./xlsx-book";
import { readSheet, type SheetCounts } from "./xlsx-sheet";
import { SheetTable } from "./xlsx-table";
import type { ZipEntry } from "../zip/zip-archive";

/**
 * The largest sheet of a workbook as Parquet with text columns, found under its titles. Sheets are tried from the largest
 * down until one holds a table, hidden ones last; the notes name those left out. Throws a UserError for a workbook that
 * is damaged or holds no table.
 */
export async function readXlsx(
  file: SourceFile,
  entries: readonly ZipEntry[],
  told: OnShare = () => undefined,
): Promise<Unpacked> {
  try {
    const book = await openBook(file, entries);
    for (const sheet of bySize(book.sheets)) {
      const table = await readTable(book, sheet, told);
      if (table !== null) return unpacked(file, book, sheet, table);
    }
  } catch (error) {
    if (error instanceof UserError || (error instanceof DOMException && error.name === "AbortError")) throw error;
    throw new UserError(
      `“${file.name}” is a damaged workbook (${
        String(error instanceof Error ? error.message : error)
          .split("\n")[0]
          ?.slice(0, 80) ?? ""
      }).`,
      "Open it in a spreadsheet program, save it again as .xlsx or .csv, and open that.",
    );
  }
  throw new UserError(`“${file.name}” has no sheet with a table.`, "Choose a workbook with a header row and data.");
}

function bySize(sheets: readonly Sheet[]): readonly Sheet[] {
  return [...sheets].sort((a, b) => Number(a.hidden) - Number(b.hidden) || b.entry.claimedBytes - a.entry.claimedBytes);
}

interface Table {
  readonly parts: TextParts;
  readonly rows: SheetTable;
  readonly counts: SheetCounts;
}

async function readTable(book: Workbook, sheet: Sheet, told: OnShare): Promise<Table | null> {
  const first = await readOnce(book, sheet, new TextParts(), told);
  // A column that turned up late makes its parts unlike the first; now that all are known, the second reading is alike.
  const table = first.parts.late ? await readOnce(book, sheet, new TextParts(first.parts.columns), told) : first;
  return table.parts.columns.length === 0 ? null : table;
}

async function readOnce(book: Workbook, sheet: Sheet, parts: TextParts, told: OnShare): Promise<Table> {
  const rows = new SheetTable(parts);
  let bytes = 0;
  const counts = await readSheet(
    book,
    sheet,
    (row) => rows.add(row),
    (more) => told(Math.min(1, (bytes += more) / Math.max(1, sheet.entry.claimedBytes))),
  );
  rows.finish();
  return { parts, rows, counts };
}

function unpacked(file: SourceFile, book: Workbook, sheet: Sheet, { parts, rows, counts }: Table): Unpacked {
  const files = parts.finish().map((blob) => ({ name: file.name, blob }));
  const notes = [...sheetNotes(book.sheets, sheet), ...rows.notes(), ...countNotes(counts)];
  return { became: "xlsx", files, findings: { rejected: 0, rejectSamples: [], rejects: [], notes } };
}

function sheetNotes(sheets: readonly Sheet[], read: Sheet): readonly string[] {
  const others = sheets.filter((sheet) => sheet !== read).map(({ name }) => `“${name}”`);
  if (others.length === 0) return [];
  const some = others.slice(0, 8).join(", ") + (others.length > 8 ? ` and ${others.length - 8} more` : "");
  return [
    `Of the workbook's ${sheets.length} sheets the largest, “${read.name}”, was read; left out: ${some}. To read another, save it as a file of its own.`,
  ];
}

function countNotes({ errors, unanswered, merged }: SheetCounts): readonly string[] {
  const kinds = [...errors].map(([kind, count]) => `${kind} ${whole(count)}`);
  return [
    ...(kinds.length === 0 ? [] : [`Cells with an error instead of a value, empty here: ${kinds.join(", ")}.`]),
    ...(unanswered === 0
      ? []
      : [`Formulas without a saved result, empty here: ${whole(unanswered)}; saving the workbook anew computes them.`]),
    ...(merged === 0 ? [] : [`Merged groups of cells: ${whole(merged)}; each has its value in its first cell only.`]),
  ];
}

const whole = (count: number): string => count.toLocaleString("en");
