/** Longer markup is not looked into: the browser would stand still. */
const LONGEST = 20_000_000;

const PIECE = /<(\/?)([a-z][a-z0-9]*)([^<>]*)>|[^<]+|</giu;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

/**
 * The first table in a piece of HTML as tab-separated text, or null. Read as text, without making a document of it: this
 * page turns no text into markup. A cell over several columns is followed by empty ones.
 */
export function htmlTable(html: string): string | null {
  if (html.length > LONGEST) return null;
  const rows: string[][] = [];
  let cell: string | null = null;
  let [span, inside, skipped] = [1, false, ""];
  const closeCell = (): void => {
    if (cell !== null) rows.at(-1)?.push(cell, ...Array.from({ length: span - 1 }, () => ""));
    cell = null;
  };
  for (const [piece, slash, name, rest] of withoutComments(html).matchAll(PIECE)) {
    const tag = name?.toLowerCase();
    if (tag === undefined) {
      if (cell !== null && skipped === "") cell += unescaped(piece);
    } else if (tag === "script" || tag === "style") skipped = slash === "" ? tag : "";
    else if (tag === "table" && slash !== "" && rows.length > 0) break;
    else if (tag === "table") inside = true;
    else if (inside && tag === "tr") {
      closeCell();
      if (slash === "") rows.push([]);
    } else if (inside && (tag === "td" || tag === "th")) {
      closeCell();
      if (slash !== "") continue;
      cell = "";
      span = Math.min(100, Math.max(1, Number(/colspan\s*=\s*["']?(\d+)/iu.exec(rest ?? "")?.[1] ?? 1)));
    } else if (cell !== null && tag === "br") cell += "\n";
  }
  closeCell();
  const filled = rows.filter((row) => row.length > 0);
  return filled.length === 0 ? null : filled.map((row) => row.map(field).join("\t")).join("\n");
}

/** By steps: a pattern for it would begin anew at every “<!--” that is never closed. */
function withoutComments(html: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (let at = html.indexOf("<!--"); at >= 0; at = html.indexOf("<!--", from)) {
    const end = html.indexOf("-->", at);
    pieces.push(html.slice(from, at));
    if (end < 0) return pieces.join("");
    from = end + 3;
  }
  return pieces.join("") + html.slice(from);
}

function unescaped(text: string): string {
  return text
    .replace(/[ \t\r\n\f]+/gu, " ")
    .replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/giu, (whole, code: string) => {
      if (!code.startsWith("#")) return ENTITIES[code.toLowerCase()] ?? whole;
      const point = /^#x/iu.test(code) ? parseInt(code.slice(2), 16) : Number(code.slice(1));
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    });
}

function field(cell: string): string {
  const text = cell.trim();
  return /["\t\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
