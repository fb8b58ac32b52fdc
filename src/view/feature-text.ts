import {
  ENCODINGS,
  MEASURES,
  TRANSFORMS,
  type Encoding,
  type FeatureSource,
  type FeatureSpec,
  type Measure,
} from "./feature";
import type { Transform } from "../workers/lab/preparing";

const MOST_WEIGHT = 100;

/**
 * A feature as a link carries it: its name, then what is not plain, parted by "~": `Likes_Received_Per_Day`,
 * `Amount~sum~log1p~w2`, `duration_s~metric`, `~rows`. A "~" of the name is doubled.
 */
export function featureText({ source, measure, encoding, transform, weight }: FeatureSpec): string {
  const parts = [
    nameOf(source).replaceAll("~", "~~"),
    ...(source.from === "column" ? [] : [source.from]),
    ...(measure === plainMeasure(source) ? [] : [measure]),
    ...(encoding === "number" ? [] : [encoding]),
    ...(transform === "none" ? [] : [transform]),
    ...(weight === 1 ? [] : [`w${weight}`]),
  ];
  return parts.join("~");
}

const nameOf = (source: FeatureSource): string => {
  if (source.from === "rows") return "";
  return source.from === "column" ? source.label : source.column;
};

const plainMeasure = (source: FeatureSource): Measure => (source.from === "rows" ? "count" : "value");

/** The feature that a text means; null where a part of it is unknown, twice there, or a weight out of bounds. */
export function readFeature(text: string): FeatureSpec | null {
  const [label, ...words] = splitAtSingle(text);
  const found = new Map<Part["is"], Part>();
  for (const word of words) {
    const part = readPart(word);
    if (part === null || found.has(part.is)) return null;
    found.set(part.is, part);
  }
  const source = sourceOf(label ?? "", found.get("source")?.source);
  if (source === null) return null;
  return {
    source,
    measure: found.get("measure")?.measure ?? plainMeasure(source),
    encoding: found.get("encoding")?.encoding ?? "number",
    transform: found.get("transform")?.transform ?? "none",
    weight: found.get("weight")?.weight ?? 1,
  };
}

/** Parts at each "~" that stands alone; two of them are one of the name. */
function splitAtSingle(text: string): readonly string[] {
  const parts = [""];
  for (const [piece] of text.matchAll(/~~|~|[^~]+/gu)) {
    if (piece === "~") parts.push("");
    else parts.push((parts.pop() ?? "") + (piece === "~~" ? "~" : piece));
  }
  return parts;
}

interface Part {
  readonly is: "source" | "measure" | "encoding" | "transform" | "weight";
  readonly source?: "metric" | "rows";
  readonly measure?: Measure;
  readonly encoding?: Encoding;
  readonly transform?: Transform;
  readonly weight?: number;
}

function readPart(word: string): Part | null {
  if (word === "metric" || word === "rows") return { is: "source", source: word };
  const measure = MEASURES.find((one) => one === word);
  if (measure !== undefined) return { is: "measure", measure };
  const encoding = ENCODINGS.find((one) => one === word);
  if (encoding !== undefined) return { is: "encoding", encoding };
  const transform = TRANSFORMS.find((one) => one === word);
  if (transform !== undefined) return { is: "transform", transform };
  const weight = /^w\d/u.test(word) ? Number(word.slice(1)) : NaN;
  return weight > 0 && weight <= MOST_WEIGHT ? { is: "weight", weight } : null;
}

function sourceOf(label: string, from: "metric" | "rows" | undefined): FeatureSource | null {
  if (from === undefined) return { from: "column", label };
  if (from === "metric") return label === "" ? null : { from, column: label };
  return label === "" ? { from } : null;
}
