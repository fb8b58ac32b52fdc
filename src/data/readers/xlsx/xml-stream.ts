import sax from "sax";
import type { ZipEntry } from "../zip/zip-archive";

/** What a reader of XML hears; names come without their prefix. */
export interface XmlListener {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  readonly text?: (text: string) => void;
}

/**
 * Reads one XML file of an archive as it streams. Nothing outside it is looked up and no entity but XML's own five is
 * known. Throws the parser's Error where it is not well-formed.
 */
export async function readXml(
  entry: ZipEntry,
  listener: XmlListener,
  onBytes?: (bytes: number) => void,
): Promise<void> {
  const parser = sax.parser(true, { position: false, strictEntities: true } as sax.SAXOptions);
  const decoder = new TextDecoder();
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = (tag) => listener.open(local(tag.name), tag.attributes as Record<string, string>);
  parser.onclosetag = (name) => listener.close(local(name));
  const { text } = listener;
  if (text !== undefined) {
    parser.ontext = text;
    parser.oncdata = text;
  }
  await entry.read((bytes) => {
    onBytes?.(bytes.length);
    parser.write(decoder.decode(bytes, { stream: true }));
  });
  parser.write(decoder.decode()).close();
}

function local(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}
