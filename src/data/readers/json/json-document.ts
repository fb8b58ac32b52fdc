import { valueAt } from "./json-flatten";
import { eachElement, eachMember, skipSpace } from "./json-scan";

/** Records found in one JSON document. */
export interface DocumentTable {
  /** Each record's text, in order. */
  readonly records: Iterable<string>;
  /** Names of positions, where the document says them beside its rows. */
  readonly header: readonly string[] | null;
  readonly notes: readonly string[];
}

interface Member {
  readonly key: string;
  readonly at: number;
  readonly end: number;
}

interface ListPlace {
  readonly path: string;
  readonly at: number;
  readonly count: number;
  readonly inner: "object" | "list" | "value";
  readonly beside: readonly Member[];
}

const DEEPEST_TABLE = 4;

/**
 * The table of a document that is an object: the largest list of records inside it, columns as lists of values
 * ({a: […], b: […]}), columns or records by key ({a: {0: …}}), or the object itself as one record. Also several objects
 * one after another. Throws a JsonFault where it is not JSON.
 */
export function documentTable(text: string): DocumentTable {
  const ends: Member[] = [];
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, ends.at(-1)?.end ?? text.length))
    ends.push({ key: "", at, end: eachMember(text, at, () => undefined) });
  const [root] = ends;
  if (root === undefined || ends.length > 1)
    return { records: ends.map(({ at, end }) => text.slice(at, end)), header: null, notes: [] };
  const top = members(text, root.at);
  const lists = listsIn(text, top, "", 1);
  const table = lists.filter(({ inner }) => inner !== "value").reduce<ListPlace | null>(larger, null);
  if (table !== null) return wrapped(text, table);
  if (top.length > 0 && top.every(({ at }) => text[at] === "[")) return byColumns(text, top, columnOfList);
  if (top.length > 1 && top.every(({ at }) => text[at] === "{")) return keyed(text, top);
  return {
    records: [text.slice(root.at, root.end)],
    header: null,
    notes: ["The file is one object, so it is one row."],
  };
}

function larger(best: ListPlace | null, one: ListPlace): ListPlace {
  return best === null || one.count > best.count ? one : best;
}

function members(text: string, at: number): readonly Member[] {
  const found: Member[] = [];
  eachMember(text, at, (start, end, key) => found.push({ key, at: start, end }));
  return found;
}

function listsIn(text: string, beside: readonly Member[], prefix: string, depth: number): readonly ListPlace[] {
  return beside.flatMap((member): readonly ListPlace[] => {
    const path = prefix + member.key;
    if (text[member.at] === "{" && depth < DEEPEST_TABLE)
      return listsIn(text, members(text, member.at), `${path}.`, depth + 1);
    if (text[member.at] !== "[") return [];
    let count = 0;
    eachElement(text, member.at, () => (count += 1));
    const first = text[skipSpace(text, member.at + 1)];
    const inner = first === "{" ? "object" : first === "[" ? "list" : "value";
    return [{ path, at: member.at, count, inner, beside: beside.filter((one) => one !== member) }];
  });
}

function wrapped(text: string, { path, at, inner, beside }: ListPlace): DocumentTable {
  const header = inner === "list" ? headerBeside(text, beside) : null;
  const left = beside.map(({ key }) => `“${key}”`);
  const rest =
    left.length === 0 ? "." : `; ${left.slice(0, 5).join(", ")}${left.length > 5 ? " …" : ""} beside it was left out.`;
  return { records: slices(text, at), header, notes: [`The rows are those of “${path}”${rest}`] };
}

/** “columns” of {columns: […], data: [[…]]}, under any name that says so. */
function headerBeside(text: string, beside: readonly Member[]): readonly string[] | null {
  const member = beside.find(({ key, at }) => /^(?:columns?|headers?|fields?|names?)$/iu.test(key) && text[at] === "[");
  if (member === undefined) return null;
  const titles: string[] = [];
  eachElement(text, member.at, (start, end) => titles.push(valueAt(text, start, end).text ?? ""));
  return titles;
}

function slices(text: string, at: number): readonly string[] {
  const found: string[] = [];
  eachElement(text, at, (start, end) => found.push(text.slice(start, end)));
  return found;
}

type Cells = ReadonlyMap<string, string>;

function byColumns(text: string, top: readonly Member[], cellsOf: (text: string, at: number) => Cells): DocumentTable {
  const columns = top.map(({ key, at }) => ({ key, cells: cellsOf(text, at) }));
  const places = [...new Set(columns.flatMap(({ cells }) => [...cells.keys()]))];
  const uneven = columns.some(({ cells }) => cells.size !== places.length);
  function* records(): Generator<string, void, undefined> {
    for (const place of places) {
      const named = columns.flatMap(({ key, cells }) => {
        const cell = cells.get(place);
        return cell === undefined ? [] : [`${JSON.stringify(key)}:${cell}`];
      });
      yield `{${named.join(",")}}`;
    }
  }
  const notes = ["The file holds columns, not records; they were put together row by row."];
  if (uneven) notes.push("The columns are not equally long; the shorter ones end empty.");
  return { records: records(), header: null, notes };
}

function columnOfList(text: string, at: number): Cells {
  const cells = new Map<string, string>();
  eachElement(text, at, (start, end) => cells.set(String(cells.size), text.slice(start, end)));
  return cells;
}

function columnOfObject(text: string, at: number): Cells {
  const cells = new Map<string, string>();
  eachMember(text, at, (start, end, key) => cells.set(key, text.slice(start, end)));
  return cells;
}

/** Objects by key: columns when the keys inside count rows, records otherwise. */
function keyed(text: string, top: readonly Member[]): DocumentTable {
  const inside = top.map(({ at }) => members(text, at).map(({ key }) => key));
  if (inside.every((keys) => keys.length > 0 && keys.every((key) => /^\d+$/u.test(key))))
    return byColumns(text, top, columnOfObject);
  const first = new Set(inside[0]);
  const alike = inside.every((keys) => keys.some((key) => first.has(key)));
  if (!alike)
    return {
      records: [`{${top.map((member) => memberText(text, member)).join(",")}}`],
      header: null,
      notes: ["The file is one object, so it is one row."],
    };
  const counted = top.every(({ key }) => /^\d+$/u.test(key));
  const records = top.map(({ key, at, end }) => {
    const inner = text.slice(at + 1, end - 1);
    return counted ? `{${inner}}` : `{"key":${JSON.stringify(key)},${inner}}`;
  });
  const notes = counted ? [] : ["Each record's own name in the file is in the column “key”."];
  return { records, header: null, notes };
}

function memberText(text: string, { key, at, end }: Member): string {
  return `${JSON.stringify(key)}:${text.slice(at, end)}`;
}
