/** The longest piece of a link that a sentence about it repeats. */
const QUOTED_LENGTH = 40;

/**
 * Any text as part of a link's hash. Letters, digits and `- _ . ! ~ * ' ( ) /` stay as they are and a space becomes `+`,
 * so that a person can read it; `& = : , %` and everything else are percent-encoded. A lone surrogate, which no file in
 * UTF-8 can hold, becomes U+FFFD.
 */
export function encodeText(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD"))
    .replaceAll("%20", "+")
    .replaceAll("%2F", "/");
}

/** The text that `encodeText` wrote; null if it is damaged. */
export function decodeText(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded.replaceAll("+", " "));
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** A text in quotation marks, cut to a length that fits a sentence. */
export function quoted(text: string): string {
  const characters = [...text.slice(0, 2 * QUOTED_LENGTH)];
  const cut = characters.length > QUOTED_LENGTH || text.length > 2 * QUOTED_LENGTH;
  return `“${characters.slice(0, QUOTED_LENGTH).join("")}${cut ? "…" : ""}”`;
}

/** A piece of a link as a sentence shows it: plain names and numbers as they are, anything odd decoded and quoted. */
export function pieceInWords(raw: string): string {
  return /^[\w.:-]{1,24}$/.test(raw) ? raw : quoted(decodeText(raw) ?? raw);
}
