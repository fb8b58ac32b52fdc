/** A name of the person's for one segment of one grouping: algorithm, k, place and name. */
export interface GivenName {
  readonly grouping: string;
  readonly segment: number;
  readonly name: string;
}

const GIVEN = /^([\w-]{1,24}):(\d{1,3}):(.{1,60})$/su;

/** “kmeans-4:2:Heavy users”; null where the text says no such thing. */
export function readGivenName(text: string): GivenName | null {
  const match = GIVEN.exec(text);
  const name = match?.[3]?.trim() ?? "";
  if (match === null || name === "") return null;
  return { grouping: match[1] ?? "", segment: Number(match[2]), name };
}

/** Which grouping a name belongs to: another algorithm or k makes other segments. */
export const groupingKey = (algorithm: string, k: number): string => `${algorithm}-${k}`;
