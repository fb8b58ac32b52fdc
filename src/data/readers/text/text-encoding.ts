/** Encodings that a text file is recognised in. UTF-8 stands for Windows-1252 too: that is decided line by line. */
export type TextEncodingLabel = "utf-8" | "utf-16le" | "utf-16be";

/** By byte-order mark, else UTF-16 where every other byte is zero, else UTF-8. */
export function encodingOf(head: Uint8Array): TextEncodingLabel {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  const looked = Math.min(head.length - (head.length % 2), 4096);
  for (let at = 0; at < looked; at++) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros.map((count) => (2 * count) / Math.max(1, looked));
  if (odd > 0.4 && even < 0.05) return "utf-16le";
  if (even > 0.4 && odd < 0.05) return "utf-16be";
  return "utf-8";
}

/** Bytes of the byte-order mark. */
export function markLength(head: Uint8Array, encoding: TextEncodingLabel): number {
  if (encoding === "utf-8") return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  const [first, second] = encoding === "utf-16le" ? [0xff, 0xfe] : [0xfe, 0xff];
  return head[0] === first && head[1] === second ? 2 : 0;
}

/** A line of the file, by its number, as it was read. */
export interface WindowsLine {
  readonly line: number;
  readonly text: string;
}

/**
 * Bytes that arrive in pieces as text, without a byte-order mark. A line that is not UTF-8 is read as Windows-1252, which
 * gives every byte a character, and counted; the others stay UTF-8.
 */
export class TextPieces {
  /** Lines read as Windows-1252. */
  windowsLines = 0;
  private readonly wide: TextDecoder | null;
  private rest: Uint8Array = new Uint8Array(0);
  private begun = false;
  private feeds = 0;
  private windows: WindowsLine[] = [];

  constructor(encoding: TextEncodingLabel) {
    this.wide = encoding === "utf-8" ? null : new TextDecoder(encoding);
  }

  /** The lines read as Windows-1252 since this was asked last. */
  takeWindows(): readonly WindowsLine[] {
    const taken = this.windows;
    this.windows = [];
    return taken;
  }

  /** The text of whole lines so far; with `final` all of it. */
  push(bytes: Uint8Array, final: boolean): string {
    if (this.wide !== null) return this.wide.decode(bytes, { stream: !final });
    const all = this.rest.length === 0 ? bytes : together(this.rest, bytes);
    const stop = final ? all.length : lastLine(all);
    this.rest = all.slice(stop);
    const text = this.lines(all.subarray(0, stop));
    const marked = !this.begun && text.startsWith("\uFEFF");
    this.begun ||= text !== "";
    return marked ? text.slice(1) : text;
  }

  private lines(bytes: Uint8Array): string {
    const whole = asUtf8(bytes);
    if (whole !== null) {
      for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) this.feeds++;
      return whole;
    }
    const parts: string[] = [];
    for (let from = 0; from < bytes.length;) {
      const next = bytes.indexOf(10, from);
      const end = next < 0 ? bytes.length : next + 1;
      parts.push(this.line(bytes.subarray(from, end)));
      if (next >= 0) this.feeds++;
      from = end;
    }
    return parts.join("");
  }

  private line(bytes: Uint8Array): string {
    const text = asUtf8(bytes);
    if (text !== null) return text;
    this.windowsLines++;
    const read = WINDOWS.decode(bytes);
    this.windows.push({ line: this.feeds + 1, text: read.replace(/(?<![\r\n])[\r\n]+$/u, "") });
    return read;
  }
}

const WINDOWS = new TextDecoder("windows-1252");
const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return UTF8.decode(bytes);
  } catch {
    return null;
  }
}

/** Where the last whole line ends; a line without an end in sight is kept back whole. */
function lastLine(bytes: Uint8Array): number {
  return Math.max(bytes.lastIndexOf(10), bytes.lastIndexOf(13)) + 1;
}

function together(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
