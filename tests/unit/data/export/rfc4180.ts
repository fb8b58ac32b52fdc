/** Cells of a CSV text by RFC 4180 to the letter (comma, CRLF or LF, doubled quotes), read apart from the site's own reader. */
export function cellsOf(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < csv.length) {
    let cell: string;
    if (csv[at] === '"') {
      let end = at + 1;
      while (end < csv.length && !(csv[end] === '"' && csv[end + 1] !== '"')) end += csv[end] === '"' ? 2 : 1;
      cell = csv.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    } else {
      const end = /[,\r\n]|$/u.exec(csv.slice(at))?.index ?? 0;
      cell = csv.slice(at, at + end);
      at += end;
    }
    row.push(cell);
    if (csv[at] === ",") at += 1;
    else {
      at += csv.startsWith("\r\n", at) ? 2 : 1;
      rows.push(row);
      row = [];
    }
  }
  return rows;
}
