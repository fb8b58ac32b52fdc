import type { SourceFile } from "../../source";
import type { TextAccount, TextRepair } from "../../text-account";
import type { CsvHead } from "./csv-head";
import { RecordCounter, type RecordCount } from "./record-counter";
import type { TextPlan, TextRead } from "./text-plan";

/** What the independent count makes of the titles and the header. */
export function prefixCount({ format, prefix, width }: TextPlan): RecordCount {
  const counter = new RecordCounter(format, width);
  counter.push(new TextEncoder().encode(prefix));
  return counter.end();
}

type Reading = TextRead | { readonly rows: number; readonly count: RecordCount | null };

/** Where every record of the file went, compared with the independent count. */
export function accountOf(file: SourceFile, head: CsvHead, plan: TextPlan, read: Reading): TextAccount {
  const prefix = prefixCount(plan);
  const { count } = read;
  const careful = "lines" in read ? read : null;
  const blank = careful?.blank ?? Math.max(0, (count?.blank ?? 0) - prefix.blank);
  return {
    file: file.name,
    rows: read.rows,
    rejected: careful?.rejected ?? 0,
    blank,
    titles: head.dialect.titles,
    header: head.dialect.header,
    repairs: careful === null ? [] : repairs(careful),
    swapped: careful?.swapped ?? [],
    ...comparison(read, prefix),
  };
}

/**
 * Records where quotes are as RFC 4180 has them; else what a record is, is a judgement, and lines are compared. Either
 * count is made of the bytes alone.
 */
function comparison(read: Reading, prefix: RecordCount): Pick<TextAccount, "unaccounted" | "unit"> {
  const { count } = read;
  if (count === null) return { unaccounted: null, unit: "records" };
  if (!("lines" in read)) return { unaccounted: count.records - prefix.records - read.rows, unit: "records" };
  if (count.strict && prefix.strict && read.loose === 0) {
    const difference = count.records - prefix.records - read.rows - read.rejected;
    if (difference === 0) return { unaccounted: 0, unit: "records" };
  }
  return { unaccounted: count.lines - read.lines, unit: "lines" };
}

function repairs({ trimmed, padded, loose, windowsLines, samples }: TextRead): readonly TextRepair[] {
  const counts = { trimmed, padded, loose, "windows-1252": windowsLines };
  return (["trimmed", "padded", "loose", "windows-1252"] as const)
    .map((what) => ({
      what,
      count: counts[what],
      samples: samples.filter((sample) => sample.what === what).map(({ line, text }) => ({ line, text })),
    }))
    .filter(({ count }) => count > 0);
}

/** What a person must know of how the file was read, as sentences. */
export function readingNotes(fileName: string, plan: TextPlan, { loose, windowsLines }: TextRead): readonly string[] {
  const notes: string[] = [];
  if (plan.encoding !== "utf-8") notes.push(`“${fileName}” was read as ${plan.encoding}, not UTF-8.`);
  if (windowsLines > 0)
    notes.push(
      windowsLines === 1
        ? `One line of “${fileName}” is not UTF-8 and was read as windows-1252.`
        : `${windowsLines} lines of “${fileName}” are not UTF-8 and were read as windows-1252.`,
    );
  if (loose > 0)
    notes.push(
      `“${fileName}” has quotes that are never closed or out of place, on ${loose === 1 ? "one record" : `${loose} records`}; they were read as ordinary characters.`,
    );
  return notes;
}
