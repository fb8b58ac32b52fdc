import type { SourceFile } from "../../source";
import { UserError } from "../../user-error";
import { RecordScanner, type CsvRecord } from "./csv-records";
import { SeveralMembers } from "../gzip";
import { filePieces } from "./file-pieces";
import { lineEnds } from "./line-ends";
import { RecordCounter, type RecordCount } from "./record-counter";
import { RepairLog } from "./repair-log";
import { SwappedFields } from "./swapped-fields";
import { TextColumns } from "./text-columns";
import { TextPieces } from "./text-encoding";
import type { OnBytes, OnText, TextPlan, TextRead, TextReader } from "./text-plan";

const BATCH_ROWS = 16_384;
const BATCH_CHARACTERS = 16 * 1024 * 1024;

/** A `TextReader` in this thread. */
export function startText(): TextReader {
  return {
    async count(file, plan, onBytes) {
      try {
        return await counted(file, plan, onBytes);
      } catch (error) {
        if (error instanceof SeveralMembers) return null;
        throw error;
      }
    },
    async read(file, plan, onText, signal, onBytes) {
      try {
        return await new TextReading(file, plan, onText, signal).run(onBytes);
      } catch (error) {
        if (!(error instanceof SeveralMembers)) throw error;
        throw new UserError(
          `“${file.name}” is a gzip file of several parts whose lines are not all of one kind.`,
          "Unpack it and open the text file inside.",
        );
      }
    },
  };
}

/** Counts of the file without those of its prefix. */
async function counted(file: SourceFile, plan: TextPlan, onBytes?: OnBytes): Promise<RecordCount> {
  const counter = new RecordCounter(plan.format, plan.width);
  for await (const bytes of filePieces(file, plan.gzip, onBytes)) counter.push(bytes);
  return counter.end();
}

class TextReading {
  private readonly scanner: RecordScanner;
  private readonly counter: RecordCounter;
  private readonly text: TextPieces;
  private readonly rows: TextColumns;
  private readonly rejects = new TextColumns(3);
  private readonly repairs = new RepairLog();
  private readonly sums = { rows: 0, rejected: 0, blank: 0 };
  private readonly swapped: SwappedFields;
  private line: number;
  private before: string;

  constructor(
    private readonly file: SourceFile,
    private readonly plan: TextPlan,
    private readonly onText: OnText,
    private readonly signal: AbortSignal | undefined,
  ) {
    this.scanner = new RecordScanner(plan.format, plan.width);
    this.counter = new RecordCounter(plan.format, plan.width);
    this.text = new TextPieces(plan.encoding);
    this.rows = new TextColumns(plan.wanted.length);
    this.swapped = new SwappedFields(plan.usual);
    this.before = plan.prefix;
    this.line = lineEnds(plan.prefix);
  }

  async run(onBytes?: OnBytes): Promise<TextRead> {
    for await (const bytes of filePieces(this.file, this.plan.gzip, onBytes)) {
      this.signal?.throwIfAborted();
      if (!(await this.take(bytes, false))) break;
    }
    await this.take(new Uint8Array(0), true);
    this.repairs.end();
    await this.flush();
    return {
      ...this.sums,
      ...this.repairs.sums,
      lines: this.line,
      windowsLines: this.text.windowsLines,
      samples: this.repairs.samples,
      swapped: this.swapped.pairs(this.plan.names),
      count: this.counter.end(),
    };
  }

  /** False when the receiver wants no more. */
  private async take(bytes: Uint8Array, final: boolean): Promise<boolean> {
    const text = this.text.push(bytes, final);
    for (const { line, text: mended } of this.text.takeWindows()) this.repairs.windows(line, mended);
    this.counter.push(this.plan.encoding === "utf-8" ? bytes : encoder.encode(text));
    const skipped = Math.min(this.before.length, text.length);
    this.before = this.before.slice(skipped);
    this.scanner.push(text.slice(skipped), final);
    for (let record = this.scanner.next(); record !== null; record = this.scanner.next()) {
      this.sort(record);
      if ([this.rows, this.rejects, this.repairs.entries].some(isFull) && !(await this.flush())) return false;
    }
    return true;
  }

  /** Every record is a row, a reject or a blank line. */
  private sort(record: CsvRecord): void {
    const { fields } = record;
    const { width, padded } = this.plan;
    const line = this.line + 1;
    this.line += record.lines;
    if (record.blank) {
      this.sums.blank++;
      return;
    }
    const trimmed = fields.length > width && fields.slice(width).every((field) => field === "");
    const short = padded && fields.length < width;
    if (fields.length !== width && !trimmed && !short) return this.reject(record, line);
    const [lines, text] = [{ from: line, to: this.line }, (): string => this.scanner.textOf(record)];
    if (trimmed) this.repairs.counted("trimmed", this.sums.rows, lines, text);
    if (short) this.repairs.counted("padded", this.sums.rows, lines, text);
    if (record.loose > 0) this.repairs.loose(lines, text);
    this.rows.add(fields, this.plan.wanted);
    this.sums.rows++;
    this.swapped.look(fields, this.sums.rows);
  }

  private reject(record: CsvRecord, line: number): void {
    const count = record.fields.length;
    const reason = `has ${count} ${count === 1 ? "field" : "fields"} instead of ${this.plan.width}`;
    this.rejects.add([String(line), reason, this.scanner.textOf(record)], [0, 1, 2]);
    this.sums.rejected++;
  }

  private async flush(): Promise<boolean> {
    this.signal?.throwIfAborted();
    for (const [columns, what] of [
      [this.rows, "rows"],
      [this.rejects, "rejects"],
      [this.repairs.entries, "repairs"],
    ] as const) {
      const { rows } = columns;
      if (rows > 0 && !(await this.onText(columns.take(), rows, what))) return false;
    }
    return true;
  }
}

const isFull = ({ rows, characters }: TextColumns): boolean => rows >= BATCH_ROWS || characters > BATCH_CHARACTERS;

const encoder = new TextEncoder();
