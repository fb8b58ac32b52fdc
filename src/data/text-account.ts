/** Where every record of one text file went, and whether an independent count of its bytes agrees. */
export interface TextAccount {
  readonly file: string;
  readonly rows: number;
  readonly rejected: number;
  /** Lines of nothing, or of delimiters only, left out. */
  readonly blank: number;
  /** Records above the header, left out, as they are written. */
  readonly titles: readonly string[];
  readonly header: boolean;
  readonly repairs: readonly TextRepair[];
  readonly swapped: readonly SwappedColumns[];
  /** Records (or lines) of the file that none of these accounts for; null where the file could not be counted. */
  readonly unaccounted: number | null;
  /** What was counted: lines where quotes are so loose that what a record is, is a judgement. */
  readonly unit: "records" | "lines";
}

/** Records that are not written by the book and were read all the same. */
export interface TextRepair {
  /** Cut to the header's width; filled up to it; read with loose quotes; read as another encoding. */
  readonly what: "trimmed" | "padded" | "loose" | "windows-1252";
  readonly count: number;
  readonly samples: readonly { readonly line: number; readonly text: string }[];
}

/** Two columns whose values stand in each other's place in some rows. */
export interface SwappedColumns {
  /** The column of numbers, and the one of words. */
  readonly numbers: string;
  readonly words: string;
  readonly count: number;
  /** `row` is the row of the file's table, from 1. */
  readonly samples: readonly { readonly row: number; readonly word: string; readonly number: string }[];
}
