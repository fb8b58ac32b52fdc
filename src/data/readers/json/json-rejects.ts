import type { RejectedRow, SourceFile } from "../../source";
import type { Piece } from "./json-pieces";
import { TextParts } from "../text-parts";

const SAMPLES = 20;
const SAMPLE_CHARACTERS = 200;

/** Keeps every refused record whole, and the first of them at hand. */
export class JsonRejects {
  count = 0;
  readonly samples: RejectedRow[] = [];
  private readonly parts = new TextParts(["file", "line", "reason", "text"]);

  constructor(private readonly file: string) {}

  /** A record that is not in the table, with the reason in words. */
  add(piece: Piece, reason: string): void {
    const line = piece.line === 0 ? null : piece.line;
    const text = piece.text.trim();
    this.count += 1;
    if (this.samples.length < SAMPLES)
      this.samples.push({ file: this.file, line, reason, text: text.slice(0, SAMPLE_CHARACTERS) });
    [this.file, line === null ? null : String(line), reason, text].forEach((value, place) =>
      this.parts.put(place, value),
    );
    this.parts.endRow();
  }

  /** Every one, as Parquet files. */
  all(): readonly SourceFile[] {
    return this.count === 0 ? [] : this.parts.finish().map((blob) => ({ name: this.file, blob }));
  }
}
