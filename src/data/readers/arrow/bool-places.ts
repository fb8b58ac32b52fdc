import { FlatBuffer, type FlatPlace } from "./flat-buffer";

/** Where a column of truths stands in each batch: its node and the first of its two buffers, by number. */
export interface BoolPlace {
  readonly node: number;
  readonly buffer: number;
}

/** Numbers of fields in the Arrow format's Schema.fbs. */
const FIELD = { typeKind: 2, dictionary: 4, children: 5 } as const;
const [HEADER, FIELDS] = [2, 1];
const BOOL = 6;

/** No table has more; a schema whose fields name one another without end has. */
const MOST_FIELDS = 100_000;

/** Buffers of a column's own by the number of its type; a type that is not here has none that can be counted. */
const BUFFERS: Readonly<Record<number, number>> = {
  ...{ 1: 0, 2: 2, 3: 2, 4: 3, 5: 3, [BOOL]: 2, 7: 2, 8: 2, 9: 2, 10: 2, 11: 2 },
  ...{ 12: 2, 13: 1, 15: 2, 16: 1, 17: 2, 18: 2, 19: 3, 20: 3, 21: 2 },
};

/**
 * The columns of truths that a schema names, those within others too, in the order of a batch; only those before the first
 * column whose buffers cannot be counted from its type alone (unions, views, runs).
 */
export function boolPlaces(schema: Uint8Array<ArrayBuffer>): readonly BoolPlace[] {
  const places: BoolPlace[] = [];
  let [node, buffer] = [0, 0];
  /** False from the first uncountable column on. */
  const walk = (field: FlatPlace): boolean => {
    const kind = field.byte(FIELD.typeKind);
    const coded = field.table(FIELD.dictionary) !== null;
    const own = coded ? 2 : BUFFERS[kind];
    if (own === undefined || node >= MOST_FIELDS) return false;
    if (kind === BOOL && !coded) places.push({ node, buffer });
    node += 1;
    buffer += own;
    return coded || field.tables(FIELD.children).every(walk);
  };
  new FlatBuffer(schema).root().table(HEADER)?.tables(FIELDS).every(walk);
  return places;
}
