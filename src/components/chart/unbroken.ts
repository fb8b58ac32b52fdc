const NUMBER_AND_UNIT = /(\d) (?=(?:[kMGTP]?B|[kMG]bps|ms|s|min|h|days|years|%|k|M|bn)(?![\p{L}\d]))/gu;

/** A sentence in which a number and its unit stay on one line. */
export function unbroken(sentence: string): string {
  return sentence.replaceAll(NUMBER_AND_UNIT, "$1\u00a0");
}
