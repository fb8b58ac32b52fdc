import { eachSession, saltOf, type TelecomChunk, type TelecomColumn } from "./telecom-chunk";
import { tilted } from "./telecom-identity-columns";
import { blend, uniformAt } from "./random";

/** Largest download and upload of one session in bytes; in the published data volumes are spread evenly below it. */
const APPLICATIONS = [
  ["Social Media", 3_590_640, 65_856],
  ["Google", 11_501_506, 4_113_084],
  ["Email", 3_583_458, 934_746],
  ["Youtube", 23_268_144, 22_018_820],
  ["Netflix", 23_253_702, 22_003_510],
  ["Gaming", 844_089_406, 16_576_796],
  ["Other", 842_201_088, 16_529_598],
] as const;
const TILT = [-0.08, 0.03, 0.3] as const;

const downloads = APPLICATIONS.map(([name]) => `${name} DL (Bytes)`);
const uploads = APPLICATIONS.map(([name]) => `${name} UL (Bytes)`);

/**
 * Bytes per application and direction, then the totals with their published quirk: Total UL counts every application,
 * Total DL every one but Other. Heavier customers use each application more; everyone has favourites.
 */
export const volumeColumns: readonly TelecomColumn[] = [
  ...APPLICATIONS.flatMap(([name, down, up]) => [
    volume(`${name} DL (Bytes)`, name, down),
    volume(`${name} UL (Bytes)`, name, up),
  ]),
  total("Total UL (Bytes)", uploads),
  total(
    "Total DL (Bytes)",
    downloads.filter((name) => !name.startsWith("Other")),
  ),
];

function volume(name: string, application: string, largest: number): TelecomColumn {
  const favourite = saltOf(application);
  const make = (chunk: TelecomChunk): Float64Array => {
    const draw = chunk.stream(saltOf(name));
    return eachSession(chunk, (row) => {
      const u = blend(draw(), uniformAt(chunk.seed, chunk.customer[row] ?? 0, favourite), 0.75);
      return Math.floor(tilted(u, draw(), draw(), TILT[chunk.level[row] ?? 0] ?? 0) * largest);
    });
  };
  return { name, type: "DOUBLE", make, averaged: true };
}

function total(name: string, parts: readonly string[]): TelecomColumn {
  const make = (chunk: TelecomChunk): Float64Array => {
    const sums = new Float64Array(chunk.count);
    for (const part of parts) {
      const bytes = chunk.doubles(part);
      for (let row = 0; row < sums.length; row++) sums[row] = (sums[row] ?? 0) + (bytes[row] ?? 0);
    }
    return sums;
  };
  return { name, type: "DOUBLE", make, averaged: false };
}
