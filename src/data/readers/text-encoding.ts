/** Encodings that a text file is recognised in; each is a label of the Encoding standard. */
export type TextEncodingLabel = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** By byte-order mark, else UTF-8 if the bytes are (a character cut at the end is fine), else Windows-1252. */
export function encodingOf(head: Uint8Array): TextEncodingLabel {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

/** The stream's text as a UTF-8 file; with `unixLines` every line ends in LF alone, also inside quotes. */
export async function asUtf8(
  stream: ReadableStream<Uint8Array>,
  encoding: TextEncodingLabel,
  unixLines: boolean,
): Promise<Blob> {
  const decoder = new TextDecoderStream(encoding) as unknown as ReadableWritablePair<string, Uint8Array>;
  const text = stream.pipeThrough(decoder);
  const lines = unixLines ? text.pipeThrough(lineFeeds()) : text;
  return new Response(lines.pipeThrough(new TextEncoderStream())).blob();
}

/** CRLF and CR become LF, also where a chunk ends between the two. */
function lineFeeds(): TransformStream<string, string> {
  let carriage = false;
  return new TransformStream({
    transform(chunk, controller): void {
      const rest = carriage && chunk.startsWith("\n") ? chunk.slice(1) : chunk;
      carriage = chunk === "" ? carriage : chunk.endsWith("\r");
      controller.enqueue(rest.replaceAll(/\r\n?/gu, "\n"));
    },
  });
}
