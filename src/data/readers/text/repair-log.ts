import { TextColumns } from "./text-columns";
import type { TextSample } from "./text-plan";

const SAMPLES_EACH = 3;

/** Lines of the file, from the first to the last, both included. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

interface Run {
  readonly from: number;
  to: number;
  /** The number of the record that would continue it. */
  next: number;
}

/**
 * What was done to records that are not written by the book: counts, the first of each kind, and all of them. A repair
 * that changes the text of a record is kept with it; one that only counts fields, which a whole file may need, as the
 * lines from which to which every record needed it.
 */
export class RepairLog {
  readonly sums = { trimmed: 0, padded: 0, loose: 0 };
  readonly samples: TextSample[] = [];
  /** First line, last line, what, text. */
  readonly entries = new TextColumns(4);
  private readonly runs = new Map<"trimmed" | "padded", Run>();

  /** A record, by its number, that has too many or too few fields. */
  counted(what: "trimmed" | "padded", record: number, lines: Lines, text: () => string): void {
    this.note(what, lines, text);
    const run = this.runs.get(what);
    if (run?.next === record) {
      run.to = lines.to;
      run.next++;
      return;
    }
    this.close(what);
    this.runs.set(what, { ...lines, next: record + 1 });
  }

  /** A record with quotes out of place. */
  loose(lines: Lines, text: () => string): void {
    this.note("loose", lines, text);
    this.enter(lines, "loose", text());
  }

  /** A line that is not UTF-8. */
  windows(line: number, text: string): void {
    this.sample("windows-1252", line, text);
    this.enter({ from: line, to: line }, "windows-1252", text);
  }

  /** Nothing follows. */
  end(): void {
    this.close("trimmed");
    this.close("padded");
  }

  private close(what: "trimmed" | "padded"): void {
    const run = this.runs.get(what);
    if (run !== undefined) this.enter(run, what, null);
    this.runs.delete(what);
  }

  private enter({ from, to }: Lines, what: string, text: string | null): void {
    this.entries.add([String(from), String(to), what, text ?? undefined], [0, 1, 2, 3]);
  }

  private note(what: keyof RepairLog["sums"], { from }: Lines, text: () => string): void {
    if (this.sums[what]++ < SAMPLES_EACH) this.sample(what, from, text());
  }

  private sample(what: TextSample["what"], line: number, text: string): void {
    if (this.samples.filter((one) => one.what === what).length < SAMPLES_EACH)
      this.samples.push({ what, line, text: text.slice(0, 200) });
  }
}
