/** The engine's own name for the place of a row: a column of that name would hide it from every query. */
const RESERVED = ["rowid"];

/**
 * Names fit for one table: trimmed, without NUL, never empty, never “rowid”, and unlike each other when case is ignored as
 * SQL does.
 */
export function tableNames(fileNames: readonly string[]): readonly string[] {
  const taken = new Set<string>(RESERVED);
  return fileNames.map((fileName, index) => {
    const plain = fileName.replaceAll("\0", "").trim() || `column ${index + 1}`;
    const free = firstFree(plain, taken);
    taken.add(free.toLowerCase());
    return free;
  });
}

function firstFree(plain: string, taken: ReadonlySet<string>): string {
  let candidate = plain;
  for (let next = 2; taken.has(candidate.toLowerCase()); next++) candidate = `${plain} (${next})`;
  return candidate;
}
