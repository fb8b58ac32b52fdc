/** How the fields of a delimited text are told apart. */
export interface CsvFormat {
  /** One or more characters. With `runs` a blank that stands for any run of blanks and tabs. */
  readonly delimiter: string;
  readonly quote: '"' | "'";
  /** What makes a quote inside quotes an ordinary character: the quote doubled, or a backslash before it. */
  readonly escape: "doubled" | "backslash";
  readonly runs: boolean;
}

/** RFC 4180 with that delimiter. */
export const plainFormat = (delimiter: string): CsvFormat => ({
  delimiter,
  quote: '"',
  escape: "doubled",
  runs: false,
});
