import fc from "fast-check";
import { evilColumn, type EvilColumn, type Kind } from "./evil-table";

/** How the cells of a column come about, row by row; each is a way in which a log is wrong or unusual. */
interface Shape {
  readonly kind: Kind;
  readonly cell: fc.Arbitrary<string>;
  /** The cell of one row for every row. */
  readonly same?: boolean;
  /** Rows without a value, one in this many; none by default. */
  readonly missing?: number;
}

const whole = (min: number, max: number): fc.Arbitrary<string> => fc.integer({ min, max }).map(String);
const among = (...cells: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...cells);

const CLOCK = Date.UTC(2024, 0, 1);
const clock = (minutes: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: minutes }).map((at) => new Date(CLOCK + at * 60_000).toISOString().slice(0, 19));
const moments = (minutes: number, more: Partial<Shape> = {}): Shape => ({
  kind: "time",
  cell: clock(minutes).map((text) => text.replace("T", " ")),
  ...more,
});

/** Hardly anybody comes twice, a few come often, everybody is the same one, some are nobody. */
const WHO: readonly Shape[] = [
  { kind: "whole", cell: whole(1, 100_000) },
  { kind: "text", cell: among("ann", "bob", "cy", "dee", "eve"), missing: 9 },
  { kind: "text", cell: whole(1, 60).map((n) => `u${n}`) },
  { kind: "text", cell: among("ann"), same: true },
];

const WHAT: readonly Shape[] = [
  { kind: "text", cell: among("view", "cart", "purchase", "search", "view item", "checkout"), missing: 12 },
  { kind: "text", cell: among("view"), same: true },
  { kind: "text", cell: whole(1, 200).map((n) => `page ${n}`) },
  { kind: "text", cell: among("", " ", "other events", "(no value)", "__proto__", "(the visit ends)", "a > b", "a,b") },
  { kind: "whole", cell: whole(0, 3) },
];

/** Far apart, all at once, in few moments, on one day, mostly missing, of clocks never set, and out of bounds. */
const WHEN: readonly Shape[] = [
  moments(300_000),
  moments(600, { same: true }),
  moments(3),
  moments(700, { missing: 2 }),
  {
    kind: "time",
    cell: among("1970-01-01 00:00:00", "2024-01-01 10:00:00", "2199-01-01 00:00:00", "2024-03-31 02:30:00"),
  },
  { kind: "time", cell: among("infinity", "2024-05-01 10:00:00", "0044-03-15 (BC) 12:00:00", "not a time") },
];

const INVOICE: readonly Shape[] = [
  { kind: "text", cell: fc.tuple(among("", "C", "c-"), whole(536_365, 536_375)).map((parts) => parts.join("")) },
  { kind: "whole", cell: whole(1, 5), missing: 4 },
  { kind: "text", cell: among("C1"), same: true },
  { kind: "nothing", cell: among("") },
];

const AMOUNTS: readonly Shape[] = [
  { kind: "whole", cell: whole(-12, 12) },
  { kind: "whole", cell: whole(-12, 0) },
  { kind: "broken", cell: among("Infinity", "-Infinity", "1e308", "-1e308", "0", "1.5", "NaN"), missing: 5 },
  { kind: "broken", cell: among("0", "-0", "5e-324"), same: true },
  { kind: "broken", cell: fc.double({ min: 0, max: 500, noNaN: true }).map((n) => n.toFixed(2)) },
];

const GROUP: readonly Shape[] = [
  { kind: "text", cell: whole(1, 200).map((n) => `place ${n}`) },
  { kind: "text", cell: among("DE", "de", "FR"), missing: 5 },
  { kind: "text", cell: among("DE"), same: true },
];

const YES: readonly Shape[] = [
  { kind: "yes", cell: among("true", "false") },
  { kind: "yes", cell: fc.oneof({ weight: 9, arbitrary: among("false") }, among("true")), missing: 6 },
  { kind: "yes", cell: among("true"), same: true },
  { kind: "whole", cell: whole(0, 1) },
];

const PARTS: readonly Shape[] = [
  { kind: "whole", cell: whole(1, 12) },
  { kind: "whole", cell: whole(0, 31), missing: 7 },
];

/** The columns that a log may have, by the names that the newer pages look for. */
const COLUMNS: readonly (readonly [name: string, shapes: readonly Shape[]])[] = [
  ...([
    ["user_id", WHO],
    ["event", WHAT],
    ["timestamp", WHEN],
  ] as const),
  ...([
    ["session_id", WHO],
    ["page", WHAT],
    ["InvoiceNo", INVOICE],
    ["InvoiceDate", WHEN],
  ] as const),
  ...([
    ["Quantity", AMOUNTS],
    ["UnitPrice", AMOUNTS],
    ["amount", AMOUNTS],
    ["order", AMOUNTS],
  ] as const),
  ...([
    ["country", GROUP],
    ["churn", YES],
    ["converted", YES],
    ["month", PARTS],
    ["day", PARTS],
  ] as const),
  ["year", [{ kind: "whole", cell: whole(2008, 2009) }]],
];

/** Columns that nearly every log has; of the others a few. */
const USUAL = 3;

const cellsOf = ({ cell, same, missing }: Shape, rows: number): fc.Arbitrary<readonly (string | null)[]> => {
  if (same === true) return cell.map((one) => Array.from({ length: rows }, () => one));
  const each = missing === undefined ? cell : fc.option(cell, { freq: missing - 1 });
  return fc.array<string | null>(each, { minLength: rows, maxLength: rows });
};

const columnOf = ([name, shapes]: (typeof COLUMNS)[number], rows: number): fc.Arbitrary<EvilColumn> =>
  fc.constantFrom(...shapes).chain((shape) => cellsOf(shape, rows).map((cells) => ({ name, kind: shape.kind, cells })));

/** One row, a few, or enough for groups, funnels and models. */
const ROWS = fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 40 }), fc.integer({ min: 60, max: 260 }));

/** Logs and orders in which every column may be there, missing or wrong in its own way, with one column of any table. */
export const evilLog: fc.Arbitrary<readonly EvilColumn[]> = ROWS.chain((rows) =>
  fc
    .tuple(
      fc.subarray([...COLUMNS.slice(0, USUAL)], { minLength: 1 }),
      fc.subarray([...COLUMNS.slice(USUAL)], { maxLength: 6 }),
      fc.option(evilColumn("c0", rows), { freq: 1 }),
    )
    .chain(([usual, others, odd]) =>
      fc
        .tuple(...[...usual, ...others].map((one) => columnOf(one, rows)))
        .map((columns) => (odd === null ? columns : [...columns, odd])),
    ),
);
