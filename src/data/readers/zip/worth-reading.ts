/** Why a file among many is no part of the table; null where it may be. */
export function strangerReason(path: string): string | null {
  const name = path.split("/").at(-1) ?? path;
  if (/(?:^|\/)__MACOSX\//u.test(path) || /^(?:\.|~\$)/u.test(name) || SYSTEM.test(name)) return "a system file";
  if (/^(?:readme|licen[cs]e|copying|changelog|notice|authors)\b/iu.test(name)) return "a text about the data";
  const ending = /\.([^.]+)$/u.exec(name.replace(/\.gz$/iu, ""))?.[1]?.toLowerCase();
  return ending === undefined || READ.has(ending) ? null : `a .${ending} file`;
}

const SYSTEM = /^(?:thumbs\.db|desktop\.ini|icon\r|_SUCCESS|_metadata|_common_metadata)$/iu;

/** Endings of what is read; whether it is so, its content says. */
const READ = new Set(
  "parquet,pq,csv,tsv,tab,psv,txt,dat,data,log,json,ndjson,jsonl,geojson,arrow,arrows,ipc,feather,xlsx,xlsm,zip,xls,gz".split(
    ",",
  ),
);

/** The files left out, as one sentence; null when there are none. */
export function leftOutNote(
  from: string,
  left: readonly { readonly name: string; readonly reason: string }[],
): string | null {
  if (left.length === 0) return null;
  const some = left.slice(0, 5).map(({ name, reason }) => `“${name}” (${reason})`);
  const more = left.length > 5 ? ` and ${(left.length - 5).toLocaleString("en")} more` : "";
  return `${from} also holds what is no table, which was left out: ${some.join(", ")}${more}.`;
}
