import type { SourceFile } from "../src/data/source";
import { fileOf } from "./opened-files";
import { zipFile } from "./zip-file";

/** A sheet as its XML rows, and how it is listed. */
export interface TestSheet {
  readonly name: string;
  /** What stands inside `sheetData`. */
  readonly rows: string;
  /** What stands behind it. */
  readonly after?: string;
  readonly state?: "hidden" | "veryHidden";
}

export interface TestWorkbook {
  readonly sheets: readonly TestSheet[];
  readonly strings?: readonly string[];
  /** Format codes; the style of a cell is the place of its code here plus one. */
  readonly formats?: readonly string[];
  readonly since1904?: boolean;
  /** A namespace prefix on every element of sheets, as some programs write. */
  readonly prefix?: string;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook written by hand, as small as a spreadsheet program would still open. */
export function workbookFile(book: TestWorkbook, name = "book.xlsx"): SourceFile {
  const { sheets, strings = [], formats = [], since1904 = false, prefix = "" } = book;
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${LINKS}/${kind}" Target="${target}"/>`;
  const relations = (inner: string): string =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const listed = sheets.map(
    (sheet, index) =>
      `<sheet name="${sheet.name}" sheetId="${index + 1}" r:id="s${index}"${sheet.state === undefined ? "" : ` state="${sheet.state}"`}/>`,
  );
  const codes = formats.map((code, index) => `<numFmt numFmtId="${170 + index}" formatCode="${code}"/>`).join("");
  const styles = formats.map((_, index) => `<xf numFmtId="${170 + index}"/>`).join("");
  const files = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": relations(relation("r", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><workbookPr${since1904 ? ' date1904="1"' : ""}/><sheets>${listed.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      sheets.map((_, index) => relation(`s${index}`, "worksheet", `worksheets/sheet${index + 1}.xml`)).join("") +
        relation("x", "styles", "styles.xml") +
        relation("y", "sharedStrings", "/xl/sharedStrings.xml"),
    ),
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><numFmts>${codes}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles}</cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${strings.map((inner) => `<si>${inner}</si>`).join("")}</sst>`,
    ...Object.fromEntries(
      sheets.map((sheet, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        prefixed(
          `<worksheet xmlns="${MAIN}"><sheetData>${sheet.rows}</sheetData>${sheet.after ?? ""}</worksheet>`,
          prefix,
        ),
      ]),
    ),
  };
  return fileOf(name, zipFile(Object.entries(files).map(([path, content]) => ({ name: path, content }))));
}

function prefixed(xml: string, prefix: string): string {
  return prefix === "" ? xml : xml.replace(/<(\/?)(\w)/gu, `<$1${prefix}:$2`).replace("xmlns=", `xmlns:${prefix}=`);
}

/** A row of cells given as text (inline), numbers, or finished XML that begins with “<c”. */
export function sheetRow(...cells: readonly (string | number | null)[]): string {
  return `<row>${cells
    .map((cell) => {
      if (cell === null) return "<c/>";
      if (typeof cell === "number") return `<c><v>${cell}</v></c>`;
      return cell.startsWith("<c") ? cell : `<c t="inlineStr"><is><t>${cell}</t></is></c>`;
    })
    .join("")}</row>`;
}
