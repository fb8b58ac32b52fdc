import { uniformAt } from "./random";

export interface Handset {
  readonly maker: string;
  readonly type: string;
}

/** Sessions in 150,000 per handset, after the published counts; the long tail is filled with plausible models. */
const COUNTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  Apple: {
    "Apple iPhone 6S (A1688)": 9419,
    "Apple iPhone 6 (A1586)": 9023,
    "Apple iPhone 7 (A1778)": 6326,
    "Apple iPhone Se (A1723)": 5187,
    "Apple iPhone 8 (A1905)": 4993,
    "Apple iPhone Xr (A2105)": 4568,
    "Apple iPhone X (A1901)": 3813,
    "Apple iPhone 8 Plus (A1897)": 3100,
    "Apple iPhone 6S Plus (A1687)": 2600,
    "Apple iPhone 7 Plus (A1784)": 2500,
    "Apple iPhone 6 Plus (A1524)": 2200,
    "Apple iPhone Xs (A2097)": 2000,
    "Apple iPhone Xs Max (A2101)": 1800,
    "Apple iPhone 5S (A1457)": 1336,
    "Apple iPad": 700,
  },
  Samsung: {
    "Samsung Galaxy S8 (Sm-G950F)": 4520,
    "Samsung Galaxy A5 Sm-A520F": 3724,
    "Samsung Galaxy J5 (Sm-J530)": 3696,
    "Samsung Galaxy J3 (Sm-J330)": 3484,
    "Samsung Galaxy S7 (Sm-G930X)": 3199,
    "Samsung Galaxy A8 (2018)": 2900,
    "Samsung Galaxy S9 Plus (Sm-G965F)": 2700,
    "Samsung Galaxy S7 Edge (Sm-G935X)": 2600,
    "Samsung Galaxy S9": 2400,
    "Samsung Galaxy A3 (Sm-A320)": 2200,
    "Samsung Galaxy J3 (Sm-J320X)": 2000,
    "Samsung Galaxy S8 Plus (Sm-G955F)": 1900,
    "Samsung Galaxy A6": 1700,
    "Samsung Galaxy S6 (Sm-G920X)": 1600,
    "Samsung Galaxy J6": 1216,
    "Samsung Galaxy Note9": 1000,
  },
  Huawei: {
    "Huawei B528S-23A": 19752,
    "Huawei E5180": 2079,
    "Huawei P20 Lite Huawei Nova 3E": 2021,
    "Huawei P20": 1480,
    "Huawei Y6 2018": 997,
    "Huawei P20 Pro": 990,
    "Huawei P10 Lite": 980,
    "Huawei P10": 950,
    "Huawei P8 Lite": 940,
    "Huawei P9 Lite": 930,
    "Huawei Mate 10 Lite": 920,
    "Huawei Y7": 820,
    "Huawei Honor 8X": 800,
    "Huawei E5573": 764,
  },
  undefined: { undefined: 8987 },
  "Sony Mobile Communications Ab": { "Sony Xperia L1": 600, "Sony Xperia Xa2": 400, "Sony Xperia Xz1": 300 },
  "Wiko Global Sasu": { "Wiko Sunny3": 600, "Wiko Tommy3": 500, "Wiko View": 300 },
  "Xiaomi Communications Co Ltd": { "Xiaomi Redmi Note5": 500, "Xiaomi Mi A2": 300 },
  Zte: { "Zte Mf259": 500 },
  "Oneplus Technology (Shenzhen) Co Ltd": { "Oneplus 6": 300, "Oneplus 6T": 300 },
  Asustek: { "Asus Zenfone Max Plus": 350 },
  Htc: { "Htc U11": 250 },
  Lg: { "Lg G6": 236 },
  Nokia: { "Nokia Lumia 735": 179 },
};

const HANDSETS: readonly Handset[] = Object.entries(COUNTS).flatMap(([maker, types]) =>
  Object.keys(types).map((type) => ({ maker, type })),
);
const UPPER = cumulative(Object.values(COUNTS).flatMap((types) => Object.values(types)));
const HANDSET_SALT = 0x68616e64;

/** The index of the one handset that a customer uses; see `handsetAt`. */
export function handsetOf(seed: number, customer: number): number {
  const share = uniformAt(seed, customer, HANDSET_SALT);
  let low = 0;
  let high = UPPER.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (share < (UPPER[middle] ?? 1)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Maker and type of a handset by its index. */
export function handsetAt(index: number): Handset {
  const handset = HANDSETS[index];
  if (handset === undefined) throw new RangeError(`There is no handset ${index}.`);
  return handset;
}

function cumulative(counts: readonly number[]): Float64Array {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let sum = 0;
  return Float64Array.from(counts, (count) => (sum += count) / total);
}
