import { UserError } from "../user-error";

/** What an archive may unpack to. */
export interface UnpackOptions {
  /** As a person knows the file, for the sentence. */
  readonly fileName: string;
  /** Unpacked bytes in all, default 2,000,000,000. */
  readonly bytes?: number;
  /** Unpacked bytes per packed byte, default 200. */
  readonly ratio?: number;
  /** Unpacked bytes below which no ratio is too high, default 64,000,000: small tables of few values pack well. */
  readonly floor?: number;
  /** Files inside, default 10,000. */
  readonly entries?: number;
}

/**
 * Counts what really comes out of an archive while it streams, because what its headers say may be a lie. Every method
 * throws a UserError as soon as a limit is passed; the counts run over all entries of one archive.
 */
export class UnpackLimit {
  private packed = 0;
  private unpacked = 0;
  private entries = 0;

  constructor(private readonly options: UnpackOptions) {}

  /** So many more packed bytes were taken and so many unpacked bytes came out. */
  add(packed: number, unpacked: number): void {
    this.packed += packed;
    this.unpacked += unpacked;
    const { bytes = 2_000_000_000, ratio = 200, floor = 64_000_000 } = this.options;
    if (this.unpacked > bytes) throw this.refused(`unpacks to more than ${inWords(bytes)}`);
    if (this.unpacked > floor && this.unpacked > ratio * this.packed)
      throw this.refused(`unpacks to more than ${ratio} times its size`);
  }

  /** One more file inside. */
  addEntry(): void {
    const { entries = 10_000 } = this.options;
    if (++this.entries > entries) throw this.refused(`holds more than ${entries.toLocaleString("en")} files`);
  }

  private refused(what: string): UserError {
    return new UserError(
      `“${this.options.fileName}” ${what}, so it was stopped.`,
      "If you trust the file, unpack it yourself and open what is inside, or a part of it.",
    );
  }
}

function inWords(bytes: number): string {
  return bytes >= 1e9 ? `${bytes / 1e9} GB` : `${bytes / 1e6} MB`;
}
