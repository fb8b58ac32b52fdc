import { isSymbolic, type Resolve } from "./chart-colour";
import { chartText, isShown } from "./chart-text";

/** A copy of part of a figure with every colour resolved and every shown text escaped. Typed arrays pass through. */
export function prepared(part: unknown, resolve: Resolve, key = ""): unknown {
  if (typeof part === "string") {
    if (isShown(key)) return chartText(key, part);
    return isSymbolic(part) ? resolve(part) : part;
  }
  if (Array.isArray(part)) return (part as readonly unknown[]).map((item) => prepared(item, resolve, key));
  if (typeof part !== "object" || part === null || ArrayBuffer.isView(part)) return part;
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, prepared(value, resolve, name)]));
}
