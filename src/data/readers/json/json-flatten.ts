import { eachMember, skipSpace, skipValue, stringAt } from "./json-scan";

/** One value of a record: where it stands, dotted, and its exact text; null for null. */
export interface FlatValue {
  readonly path: string;
  readonly text: string | null;
  readonly kind: "text" | "number" | "word" | "list" | "null";
}

/**
 * The object at `at` as values: objects inside it become dotted paths, lists stay JSON text, numbers keep every digit.
 * A key named twice gives two values. Throws a JsonFault.
 */
export function flattened(text: string, at: number, into: FlatValue[], prefix = "", depth = 0): number {
  return eachMember(
    text,
    at,
    (start, end, key) => {
      const path = prefix + key;
      if (text[start] === "{" && text[skipSpace(text, start + 1)] !== "}")
        flattened(text, start, into, `${path}.`, depth + 1);
      else into.push({ path, ...valueAt(text, start, end) });
    },
    depth,
  );
}

/** A value that becomes one cell. */
export function valueAt(text: string, at: number, end: number): Omit<FlatValue, "path"> {
  const first = text[at];
  if (first === '"') return { text: stringAt(text, at, end), kind: "text" };
  const raw = text.slice(at, end);
  if (first === "[" || first === "{") return { text: raw, kind: "list" };
  if (raw === "null") return { text: null, kind: "null" };
  return { text: raw, kind: /^[tfNI]|^-I/u.test(raw) ? "word" : "number" };
}

/** The cell of a value that stands alone, and where it ends. Throws a JsonFault. */
export function loneValue(text: string, at: number): Omit<FlatValue, "path"> & { readonly end: number } {
  const end = skipValue(text, at);
  return { ...valueAt(text, at, end), end };
}
