const NUMBER = /^[£$€¥]?\s*[+-]?[£$€¥]?(?:\d[\d., ’' ]*|[.,]\d+)(?:e[+-]?\d+)?\s*[%£$€¥]?$/iu;
const DATE = /^(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[- ][a-z]{3,9}[- ]\d{2,4})(?:[T ]\d{1,2}:\d{2}.*)?$/iu;
const TIME = /^\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?$/iu;
const MISSING = /^(?:|\\n|nan|null|n\/?a|none|-+)$/iu;
const YEAR = /^(?:19|20)\d\d$/u;

/** True for a number, an amount of money, a date or a time: what stands under a header rather than in one. */
export function isValue(cell: string): boolean {
  const text = cell.trim();
  return text.length < 40 && (NUMBER.test(text) || DATE.test(text) || TIME.test(text));
}

/** A header may hold years. */
export const isYear = (cell: string): boolean => YEAR.test(cell.trim());

export const isEmpty = (cell: string): boolean => cell.trim() === "";

/** Empty, or a word for it. */
export const isMissing = (cell: string): boolean => MISSING.test(cell.trim());
