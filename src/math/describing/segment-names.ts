import type { NamePart, Polarity, ProfileOutput, SegmentName } from "../../workers/lab/describing";

/** A segment whose mean is this many standard deviations from that of all rows is high or low in the feature. */
const STANDS_OUT = 0.5;

/** From here on it is very high or very low. */
const STANDS_FAR_OUT = 1.5;

/** From here on it is somewhat high or low: said only where several segments stand out in nothing. */
const STANDS_SLIGHTLY_OUT = 0.2;

const CUTS: readonly (readonly [number, "very " | "" | "somewhat "])[] = [
  [STANDS_FAR_OUT, "very "],
  [STANDS_OUT, ""],
  [STANDS_SLIGHTLY_OUT, "somewhat "],
];

/** Features in a name, unless more are needed to tell two segments apart. */
const PARTS = 2;

/**
 * Plain name parts for each segment: its features with the largest |z| of at least 0.5 ("very" from 1.5), two at most, the
 * first of ties. Where several have none, the one that each leans to most ("somewhat" from 0.2). Segments that would be called the same get a further feature each while any stands out, then a number.
 */
export function segmentNames({ features, telling }: ProfileOutput, polarity: readonly Polarity[] = []): SegmentName[] {
  const partsOf = (s: number, least: number): NamePart[] =>
    features
      .map(({ segments }, f) => partOf(f, segments[s]?.z ?? Number.NaN, polarity[f] ?? 0, least))
      .filter((part) => part !== null)
      .sort((a, b) => Math.abs(b.z) - Math.abs(a.z));
  const plain = telling.map((_, s) => partsOf(s, STANDS_OUT));
  const several = plain.filter(({ length }) => length === 0).length > 1;
  const standing = plain.map((parts, s) =>
    several && parts.length === 0 ? partsOf(s, STANDS_SLIGHTLY_OUT).slice(0, 1) : parts,
  );
  const lengths = standing.map((parts) => Math.min(PARTS, parts.length));
  for (;;) {
    const longer = namesakes(standing, lengths)
      .flat()
      .filter((s) => (lengths[s] as number) < (standing[s] as NamePart[]).length);
    if (longer.length === 0) break;
    for (const s of longer) lengths[s] = (lengths[s] as number) + 1;
  }
  const same = namesakes(standing, lengths);
  return standing.map((parts, s) => {
    const place = same.find((group) => group.includes(s))?.indexOf(s);
    return { parts: parts.slice(0, lengths[s]), number: place === undefined ? null : place + 1 };
  });
}

function partOf(feature: number, z: number, polarity: Polarity, least: number): NamePart | null {
  if (!(Math.abs(z) >= least)) return null;
  const [cut, word] = CUTS.find(([from]) => Math.abs(z) >= from) ?? [STANDS_SLIGHTLY_OUT, "somewhat "];
  return {
    feature,
    level: `${word}${z > 0 ? "high" : "low"}`,
    z,
    cut: Math.sign(z) * cut,
    good: polarity === 0 ? null : z * polarity > 0,
  };
}

/** Groups of two and more segments whose names say the same, in whatever order. */
function namesakes(standing: readonly (readonly NamePart[])[], lengths: readonly number[]): number[][] {
  const groups = new Map<string, number[]>();
  standing.forEach((parts, s) => {
    const words = parts.slice(0, lengths[s]).map(({ feature, level }) => `${feature} ${level}`);
    const name = words.sort().join();
    groups.set(name, [...(groups.get(name) ?? []), s]);
  });
  return [...groups.values()].filter((group) => group.length > 1);
}
