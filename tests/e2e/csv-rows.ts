import { readFileSync } from "node:fs";

/** One line of a table by the names of its columns; an empty cell is "". */
export type CsvRow = Readonly<Record<string, string>>;

/** The rows of a CSV file; cells may be quoted, and hold no line breaks. */
export function csvRows(path: string): readonly CsvRow[] {
  const [head = "", ...lines] = readFileSync(path, "utf8").trimEnd().split(/\r?\n/u);
  const names = cells(head.replace(/^\uFEFF/u, ""));
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, index) => [names[index] ?? "", cell])));
}

function cells(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
  );
}
