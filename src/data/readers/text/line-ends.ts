/** Line ends of a text: LF, CRLF or CR. */
export const lineEnds = (text: string): number => text.match(/\r\n|\r|\n/gu)?.length ?? 0;
