import type { SourceFile } from "../../source";
import { UserError } from "../../user-error";
import { numberKind, type NumberKind } from "./xlsx-date";
import { readXml } from "./xml-stream";
import type { ZipEntry } from "../zip/zip-archive";

/** A sheet with cells. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly entry: ZipEntry;
}

/** What cells refer to. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Days are counted from 1904, as old Macs did. */
  readonly since1904: boolean;
  /** By the number of a cell's style. */
  readonly kinds: readonly NumberKind[];
  readonly strings: readonly string[];
}

/** The parts of a workbook that its sheets need. Throws a UserError for one without sheets. */
export async function openBook(file: SourceFile, entries: readonly ZipEntry[]): Promise<Workbook> {
  const parts = new Map(entries.map((entry) => [entry.name.replace(/^\//u, "").toLowerCase(), entry]));
  const links = await relations(parts.get("_rels/.rels"), "");
  const main = [...links.values()].find(({ type }) => type.endsWith("/officeDocument"))?.path ?? "xl/workbook.xml";
  const book = parts.get(main.toLowerCase());
  if (book === undefined) throw noSheet(file);
  const folder = main.replace(/[^/]*$/u, "");
  const related = await relations(parts.get(`${folder}_rels/${main.slice(folder.length)}.rels`.toLowerCase()), folder);
  const partOf = (kind: string): ZipEntry | undefined => {
    const path = [...related.values()].find(({ type }) => type.endsWith(`/${kind}`))?.path;
    return path === undefined ? undefined : parts.get(path.toLowerCase());
  };
  const { named, since1904 } = await sheetsOf(book);
  const sheets = named.flatMap(({ id, name, hidden }) => {
    const relation = related.get(id);
    const entry = relation?.type.endsWith("/worksheet") === true ? parts.get(relation.path.toLowerCase()) : undefined;
    return entry === undefined ? [] : [{ name, hidden, entry }];
  });
  if (sheets.length === 0) throw noSheet(file);
  return {
    sheets,
    since1904,
    kinds: await kindsOf(partOf("styles")),
    strings: await stringsOf(partOf("sharedStrings"), file),
  };
}

function noSheet(file: SourceFile): UserError {
  return new UserError(`“${file.name}” has no sheet with cells.`, "Choose a workbook with a table in it.");
}

interface Relation {
  readonly type: string;
  readonly path: string;
}

async function relations(entry: ZipEntry | undefined, folder: string): Promise<ReadonlyMap<string, Relation>> {
  const found = new Map<string, Relation>();
  if (entry === undefined) return found;
  await readXml(entry, {
    open: (name, { Id, Type, Target }) => {
      if (name !== "Relationship" || Id === undefined || Target === undefined) return;
      found.set(Id, { type: Type ?? "", path: Target.startsWith("/") ? Target.slice(1) : resolved(folder + Target) });
    },
    close: () => undefined,
  });
  return found;
}

function resolved(path: string): string {
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}

interface NamedSheet {
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
}

async function sheetsOf(book: ZipEntry): Promise<{ named: readonly NamedSheet[]; since1904: boolean }> {
  const named: NamedSheet[] = [];
  let since1904 = false;
  await readXml(book, {
    open: (element, attributes) => {
      if (element === "workbookPr") since1904 = /^(?:1|true|on)$/iu.test(attributes["date1904"] ?? "");
      const id = Object.entries(attributes).find(([key]) => /(?:^|:)id$/u.test(key))?.[1];
      if (element !== "sheet" || id === undefined) return;
      named.push({ id, name: attributes["name"] ?? id, hidden: /hidden/iu.test(attributes["state"] ?? "") });
    },
    close: () => undefined,
  });
  return { named, since1904 };
}

async function kindsOf(entry: ZipEntry | undefined): Promise<readonly NumberKind[]> {
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let inCells = false;
  if (entry === undefined) return kinds;
  await readXml(entry, {
    open: (name, attributes) => {
      if (name === "numFmt") codes.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
      if (name === "cellXfs") inCells = true;
      const id = Number(attributes["numFmtId"] ?? 0);
      if (name === "xf" && inCells) kinds.push(numberKind(id, codes.get(id)));
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
  });
  return kinds;
}

/** Characters of texts that cells share: all are held in memory while a sheet is read. */
const MOST_SHARED = 300_000_000;

function tooMuchText(file: SourceFile): UserError {
  return new UserError(
    `“${file.name}” holds more different texts than fit into this browser at once.`,
    "Save its sheet as CSV or Parquet and open that.",
  );
}

/** Texts that cells share; the runs of a rich one are put together, readings aids (`rPh`) left out. */
async function stringsOf(entry: ZipEntry | undefined, file: SourceFile): Promise<readonly string[]> {
  const strings: string[] = [];
  let characters = 0;
  let [text, reading, wanted] = ["", 0, false];
  if (entry === undefined) return strings;
  await readXml(entry, {
    open: (name) => {
      if (name === "si") text = "";
      if (name === "rPh") reading += 1;
      wanted = name === "t" && reading === 0;
    },
    text: (piece) => {
      if (wanted) text += piece;
    },
    close: (name) => {
      wanted = false;
      if (name === "rPh") reading -= 1;
      if (name !== "si") return;
      characters += text.length;
      if (characters > MOST_SHARED) throw tooMuchText(file);
      strings.push(unescaped(text));
    },
  });
  return strings;
}

/** `_x000D_` stands for a character that XML cannot hold. */
export function unescaped(text: string): string {
  return text.includes("_x")
    ? text.replace(/_x([\dA-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
}
