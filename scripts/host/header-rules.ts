/** One block of a `_headers` file: a path, or the beginning of paths, and what is sent for it. */
export interface HeaderRule {
  readonly pattern: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Reads a `_headers` file as static hosts do: a path on a line of its own, under it indented `Name: value` lines. */
export function parseHeaderRules(text: string): readonly HeaderRule[] {
  const rules: { pattern: string; headers: [string, string][] }[] = [];
  for (const line of text.split("\n")) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    if (!/^\s/u.test(line)) rules.push({ pattern: line.trim(), headers: [] });
    else {
      const colon = line.indexOf(":");
      if (colon < 0) throw new Error(`"${line}" is no header.`);
      rules.at(-1)?.headers.push([line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]);
    }
  }
  return rules;
}

/** The headers of every rule that fits the path; a name given twice has both values, joined by a comma. */
export function headersAt(path: string, rules: readonly HeaderRule[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { pattern, headers } of rules) {
    const fits = pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
    if (fits)
      for (const [name, value] of headers) found[name] = found[name] === undefined ? value : `${found[name]}, ${value}`;
  }
  return found;
}
