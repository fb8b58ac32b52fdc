import type { ForeignFormat, OnShare, Unpacked } from "../../workers/reader-contract";
import type { SourceFile } from "../source";
import { readArrow } from "./arrow/read-arrow";
import { readJson } from "./json/read-json";
import { unzip } from "./zip/unzip";

/**
 * Turns a file of another format into Parquet, or an archive into its files. `parquet-wasm` must have been started.
 * Throws a UserError for a file that is damaged, encrypted, too large or holds no table, an AbortError when stopped.
 */
export function unpack(
  file: SourceFile,
  format: ForeignFormat,
  told: OnShare = () => undefined,
  signal?: AbortSignal,
  columns: readonly string[] = [],
): Promise<Unpacked> {
  if (format === "zip") return unzip(file, told, signal);
  if (format === "arrow") return readArrow(file, told, signal);
  return readJson(file, told, signal, columns);
}
