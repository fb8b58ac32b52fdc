import type { CsvFormat } from "./csv-format";

/** What the bytes of a delimited text hold, counted without making a table of them. */
export interface RecordCount {
  /** By RFC 4180 with the format's delimiter and quotes, those of nothing left out. */
  readonly records: number;
  /** Lines of nothing, or of blanks only. */
  readonly blank: number;
  /** Records of empty fields only. */
  readonly hollow: number;
  /** Lines: line ends (LF, CRLF or CR), and one more where the text does not end in one. */
  readonly lines: number;
  /** Records with another number of fields than `width`. */
  readonly uneven: number;
  /** Every quote is where RFC 4180 has it, and each is closed. */
  readonly strict: boolean;
  /** Most line ends within one quoted field. */
  readonly tallest: number;
  /** Longest record, in bytes. */
  readonly longest: number;
  readonly nul: boolean;
}

const [PLAIN, DELIMITER, QUOTE, FEED, CARRIAGE, BLANK, NUL, SLASH] = [0, 1, 2, 3, 4, 5, 6, 7];

const [START, BARE, INSIDE, AFTER_QUOTE, ESCAPED, PADDED] = [0, 1, 2, 3, 4, 5];

/**
 * Counts records in UTF-8 bytes, independently of the readers that make the table: one state per byte, no memory. A
 * delimiter of several characters, or runs of blanks, are counted as far as quotes need it; `uneven` is then unknown (0).
 */
export class RecordCounter {
  private readonly kinds = new Uint8Array(256);
  private readonly doubled: boolean;
  private readonly narrow: boolean;
  private readonly delimiter: Uint8Array;
  private state = START;
  private fields = 1;
  private filled = false;
  private returned = false;
  private atLineEnd = true;
  private began = 0;
  private place = 0;
  private ends = 0;
  private records = 0;
  private blank = 0;
  private hollow = 0;
  private lines = 0;
  private uneven = 0;
  private strict = true;
  private tallest = 0;
  private longest = 0;
  private nul = false;

  constructor(
    format: CsvFormat,
    private readonly width: number,
  ) {
    this.delimiter = new TextEncoder().encode(format.delimiter);
    this.narrow = this.delimiter.length === 1 && !format.runs;
    this.doubled = format.escape === "doubled";
    this.kinds[0] = NUL;
    this.kinds[32] = BLANK;
    this.kinds[9] = BLANK;
    this.kinds[10] = FEED;
    this.kinds[13] = CARRIAGE;
    if (!this.doubled) this.kinds[92] = SLASH;
    this.kinds[format.quote.charCodeAt(0)] = QUOTE;
    const last = this.delimiter[this.delimiter.length - 1];
    if (last !== undefined) this.kinds[last] = DELIMITER;
    if (format.runs) this.kinds[9] = DELIMITER;
  }

  /** The next bytes. */
  push(bytes: Uint8Array): void {
    const { kinds } = this;
    const { length } = bytes;
    for (let at = 0; at < length; at++) {
      const kind = kinds[bytes[at] ?? 0] ?? PLAIN;
      if (kind === PLAIN) {
        this.plain();
        // Most bytes are plain and change nothing: they are passed over.
        if (this.state === BARE || this.state === INSIDE)
          while (at + 1 < length && kinds[bytes[at + 1] ?? 0] === PLAIN) at++;
      } else if (kind === FEED || kind === CARRIAGE) this.lineEnd(kind === CARRIAGE, this.place + at);
      else this.special(kind, bytes, at);
    }
    this.place += length;
  }

  /** The counts when all bytes are in. */
  end(): RecordCount {
    if (this.state === INSIDE || this.state === ESCAPED) this.strict = false;
    if (!this.atLineEnd) this.lines++;
    if (this.place > this.began) this.close(this.place);
    const { records, blank, hollow, lines, uneven, strict, tallest, longest, nul } = this;
    return { records, blank, hollow, lines, uneven, strict, tallest, longest, nul };
  }

  private plain(): void {
    this.returned = false;
    this.atLineEnd = false;
    this.filled = true;
    if (this.state === AFTER_QUOTE) {
      this.strict = false;
      this.state = BARE;
    } else if (this.state === ESCAPED) this.state = INSIDE;
    else if (this.state !== INSIDE) this.state = BARE;
  }

  private special(kind: number, bytes: Uint8Array, at: number): void {
    this.returned = false;
    this.atLineEnd = false;
    if (kind === NUL) this.nul = true;
    if (kind === DELIMITER && this.state !== INSIDE && this.state !== ESCAPED && this.isDelimiter(bytes, at)) {
      this.fields++;
      this.state = START;
    } else if (kind === QUOTE) this.quote();
    else if (kind === SLASH && this.state === INSIDE) this.state = ESCAPED;
    else if (kind === BLANK && (this.state === START || this.state === PADDED)) this.state = PADDED;
    else if (kind === BLANK && this.state === AFTER_QUOTE) this.strict = false;
    else this.plain();
  }

  /** Of a longer delimiter the bytes before the last must be there too; one that is cut by a piece's end is not seen. */
  private isDelimiter(bytes: Uint8Array, at: number): boolean {
    if (this.narrow || this.delimiter.length === 1) return true;
    const from = at + 1 - this.delimiter.length;
    return this.delimiter.every((byte, index) => bytes[from + index] === byte);
  }

  private quote(): void {
    this.filled = true;
    if (this.state === START) {
      this.state = INSIDE;
      this.ends = 0;
    } else if (this.state === INSIDE) this.state = AFTER_QUOTE;
    else if (this.state === ESCAPED) this.state = INSIDE;
    else if (this.state === AFTER_QUOTE && this.doubled) this.state = INSIDE;
    else if (this.state === AFTER_QUOTE || this.state === PADDED) {
      this.strict = false;
      this.state = BARE;
    }
  }

  private lineEnd(carriage: boolean, place: number): void {
    const second = this.returned && !carriage;
    this.returned = carriage;
    this.atLineEnd = true;
    if (second) {
      if (this.state === START && !this.filled) this.began = place + 1;
      return;
    }
    this.lines++;
    if (this.state === INSIDE || this.state === ESCAPED) {
      this.state = INSIDE;
      this.tallest = Math.max(this.tallest, ++this.ends);
      return;
    }
    this.close(place);
  }

  private close(place: number): void {
    if (this.fields === 1 && !this.filled) this.blank++;
    else if (!this.filled) this.hollow++;
    else {
      this.records++;
      if (this.narrow && this.fields !== this.width) this.uneven++;
      this.longest = Math.max(this.longest, place - this.began);
    }
    this.state = START;
    this.fields = 1;
    this.filled = false;
    this.began = place + 1;
  }
}
