import { htmlTable } from "./html-table";

const NAME = "pasted table";

/** Text as a file to open, if it may be a table: lines with a separator, JSON, or HTML with a table in it; else null. */
export function pastedTable(text: string): File | null {
  const trimmed = text.trim();
  const markup = /^<(?:!doctype|html|table|meta|div|!--)/iu.test(trimmed) ? htmlTable(trimmed) : null;
  const table = markup ?? trimmed;
  if (markup === null && !isTable(trimmed)) return null;
  return new File([table, "\n"], NAME, { type: "text/plain" });
}

/** What the clipboard holds: files as they are, else its text as a table, else the table in its HTML; null for neither. */
export function pastedFiles(clipboard: DataTransfer): readonly File[] | null {
  const text = pastedTable(clipboard.getData("text/plain"));
  // A spreadsheet also offers a picture of its cells, as a file.
  if (text !== null) return [text];
  const markup = htmlTable(clipboard.getData("text/html"));
  if (markup !== null) return [new File([markup, "\n"], NAME, { type: "text/plain" })];
  return clipboard.files.length > 0 ? [...clipboard.files] : null;
}

/** JSON, or two lines with the same separator: prose has commas too, but seldom ends its lines between them. */
function isTable(text: string): boolean {
  if (/^[[{]/u.test(text)) return true;
  const [first = "", second = ""] = text.split("\n", 2);
  return ["\t", ",", ";", "|"].some((separator) => first.includes(separator) && second.includes(separator));
}
