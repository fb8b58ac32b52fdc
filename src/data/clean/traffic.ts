import { joined, name, sql, type Sql } from "../sql";
import { bytesUnit } from "../roles/unit";
import { parsedOf, type Parsed, type ParsedColumn } from "./parsed";

/** An application of the file and the columns that count it. */
export interface AppColumns {
  readonly label: string;
  readonly columns: readonly ParsedColumn[];
}

/** The applications in the file's order; downlink and uplink of one label (in any case) belong together. */
export function applications(parsed: Parsed): readonly AppColumns[] {
  const found = new Map<string, { label: string; columns: ParsedColumn[] }>();
  for (const column of parsed.columns) {
    const label = /^app(?:-dl|-ul)?:(.+)$/u.exec(column.role)?.[1];
    if (label === undefined) continue;
    const app = found.get(label.toLowerCase()) ?? { label, columns: [] };
    app.columns.push(column);
    found.set(label.toLowerCase(), app);
  }
  return [...found.values()];
}

/** The column's value in bytes. */
export const bytesOf = (column: ParsedColumn): Sql => scaled(name(column.alias), bytesUnit(column.name)?.factor ?? 1);

export const scaled = (value: Sql, factor: number): Sql => (factor === 1 ? value : sql`(${value} * ${factor})`);

/** Sum of what is there; missing only when all parts are. */
export function sumPresent(parts: readonly Sql[]): Sql {
  const [first, second] = parts;
  if (first === undefined) return sql`CAST(NULL AS DOUBLE)`;
  if (second === undefined) return first;
  if (parts.length === 2) return sql`coalesce(${first} + ${second}, ${first}, ${second})`;
  const filled = parts.map((part) => sql`coalesce(${part}, 0)`).reduce((left, right) => sql`${left} + ${right}`);
  return sql`CASE WHEN coalesce(${joined(parts)}) IS NOT NULL THEN ${filled} END`;
}

/** How traffic is counted in this file: download + upload, else a traffic column, else the applications, else one direction. */
export function trafficParts(parsed: Parsed): { readonly columns: readonly ParsedColumn[]; readonly says: string } {
  const quoted = (columns: readonly ParsedColumn[]): string => columns.map((column) => `“${column.name}”`).join(" + ");
  const down = parsedOf(parsed, "download");
  const up = parsedOf(parsed, "upload");
  if (down !== null && up !== null)
    return { columns: [down, up], says: `Traffic = download + upload (${quoted([down, up])}).` };
  const traffic = parsedOf(parsed, "traffic");
  if (traffic !== null) return { columns: [traffic], says: `Traffic = ${quoted([traffic])}.` };
  const apps = applications(parsed).flatMap((app) => app.columns);
  if (apps.length > 0)
    return { columns: apps, says: `Traffic = the sum of the ${applications(parsed).length} applications.` };
  const single = down ?? up;
  if (single !== null)
    return { columns: [single], says: `Traffic = ${quoted([single])} only; the file has no other direction.` };
  return { columns: [], says: "The file holds no traffic." };
}

/** The traffic of a row in bytes over the parsed aliases; null if the file has none. */
export function trafficValue(parsed: Parsed): Sql | null {
  const { columns } = trafficParts(parsed);
  return columns.length === 0 ? null : sumPresent(columns.map(bytesOf));
}
