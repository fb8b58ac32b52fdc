const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The text that bytes spell in UTF-8; else ASCII with \xNN for every other byte. */
export function bytesText(bytes: Uint8Array): string {
  return spelled(bytes) ?? escaped(bytes);
}

function spelled(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function escaped(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    byte >= 32 && byte < 127 && byte !== 92
      ? String.fromCharCode(byte)
      : `\\x${byte.toString(16).toUpperCase().padStart(2, "0")}`,
  ).join("");
}
