/** A column's name taken apart: what is left when case, accents and punctuation no longer matter. */
export interface NameWords {
  /** Lower-case words in order, units and directions included. */
  readonly words: readonly string[];
  /** The words as written (case kept), for labels. */
  readonly written: readonly string[];
  readonly download: boolean;
  readonly upload: boolean;
  /** A direction that only transfers have: "download" or "tx"; mail is received and sent, thumbs go up and down. */
  readonly transfer: boolean;
  /** `<`, `>` or `%`: a share or a band of values, never an amount. */
  readonly band: boolean;
  /** A repeated header as readers rename it: "Dur. (ms).1". */
  readonly repeated: boolean;
}

const DOWNLOAD = new Set(
  "dl down download downloads downloaded downlink rx received receive recu recus recibido recibidos recebido recebidos empfangen descendant descendante descente telechargement descarga descargas tanzil تنزيل".split(
    " ",
  ),
);
const UPLOAD = new Set(
  "ul up upload uploads uploaded uplink tx sent send transmitted envoye envoyes enviado enviados gesendet montante televersement subida subidas carga raf3 رفع".split(
    " ",
  ),
);

const EVERYDAY = new Set(
  "down received receive recu recus recibido recibidos recebido recebidos empfangen up sent send transmitted envoye envoyes enviado enviados gesendet carga".split(
    " ",
  ),
);

export const isDownload = (word: string): boolean => DOWNLOAD.has(word);
export const isUpload = (word: string): boolean => UPLOAD.has(word);

/** Splits a header into words: at punctuation, underscores, camelCase humps and "DL+UL"; accents are dropped. */
export function nameWords(name: string): NameWords {
  const repeated = /[)\w]\.\d{1,2}$/u.test(name.trim());
  const text = repeated ? name.trim().replace(/\.\d{1,2}$/u, "") : name;
  const written = humps(text.normalize("NFKC"))
    .split(/[^\p{L}\p{N}\p{M}%#]+/u)
    .filter((word) => word !== "");
  const words = written.map(plainWord);
  return {
    words,
    written,
    download: words.some(isDownload),
    upload: words.some(isUpload),
    transfer: words.some((word) => (isDownload(word) || isUpload(word)) && !EVERYDAY.has(word)),
    band: /[<>≤≥%]/u.test(name),
    repeated,
  };
}

/** camelCase becomes words, but only where nothing else parts them: "YouTube DL" stays as it is. */
function humps(text: string): string {
  if (/[^\p{L}\p{N}]/u.test(text)) return text;
  return text.replaceAll(/(\p{Ll}|\d)(?=\p{Lu})/gu, "$1 ").replaceAll(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, "$1 ");
}

/** Lower case, without accents: "Numéro" -> "numero", "Gerät" -> "gerat", "Größe" -> "grosse". */
export const plainWord = (word: string): string =>
  word
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/gu, "")
    .replaceAll("ß", "ss");
