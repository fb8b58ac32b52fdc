/** A piece of SQL text with `?` where a value goes, and the values in order. */
export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
  /** A column of a long answer that numbers its rows 0, 1, 2 … in their order: the engine may then answer in slices. */
  readonly slicedBy?: string;
  /** Where numbers may be missing among them: all are below this. */
  readonly slicedTo?: number;
}

export type SqlValue = string | number | boolean | null;

const isSql = (part: unknown): part is Sql =>
  typeof part === "object" && part !== null && "text" in part && "values" in part;

/** From here on the engine's driver refuses some whole numbers. */
const UNBINDABLE = 2 ** 53;

/**
 * Builds SQL. Every interpolated value is bound as a parameter (numbers of 2^53 and more stand in the text, as doubles); only
 * another `Sql` (from `sql`, `name` or `joined`) becomes text. A string is therefore never SQL.
 */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Sql | SqlValue)[]): Sql {
  let text = strings[0] ?? "";
  const values: SqlValue[] = [];
  parts.forEach((part, index) => {
    if (isSql(part)) {
      text += part.text;
      values.push(...part.values);
    } else if (typeof part === "number" && Math.abs(part) >= UNBINDABLE) {
      text += `CAST('${part}' AS DOUBLE)`;
    } else {
      text += "?";
      values.push(part);
    }
    text += strings[index + 1] ?? "";
  });
  return { text, values };
}

/**
 * A constant of the program, written into the statement as a literal: a view cannot hold bound values. What a person or a file
 * gives is never one; it is bound.
 */
export const constant = (value: string | number): Sql => ({ text: literal(value), values: [] });

/** An identifier, always quoted, inner quotes doubled. NUL cannot stand in a name and is refused. */
export function name(identifier: string): Sql {
  if (identifier.includes("\0")) throw new RangeError("A name cannot hold a NUL byte.");
  return { text: `"${identifier.replaceAll('"', '""')}"`, values: [] };
}

/** Pieces one after another with a fixed separator (default a comma). */
export function joined(pieces: readonly Sql[], separator: ", " | " AND " | " OR " | " " | " UNION ALL " = ", "): Sql {
  return {
    text: pieces.map((piece) => piece.text).join(separator),
    values: pieces.flatMap((piece) => piece.values),
  };
}

/**
 * The statement with its values written in as literals: for a person to read or paste into another tool.
 * Never executed by Clientele.
 */
export function readable(statement: Sql): string {
  let next = 0;
  return statement.text.replaceAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|\?/gu, (token) =>
    token === "?" ? literal(statement.values[next++] ?? null) : token,
  );
}

function literal(value: SqlValue): string {
  if (value === null) return "NULL";
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  return String(value);
}
