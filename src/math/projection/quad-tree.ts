/** Squares within squares are halved so often at most: then rows share a leaf, however near they are. */
const DEEPEST = 32;

/** Squares still to be looked into: three siblings per level, and the root. */
const STACK = 3 * DEEPEST + 4;

/** Rows of a map in nested squares. The four quarters of a node are numbered one after the other. */
export interface QuadTree {
  count: number;
  /** Number of the first quarter; 0 for a leaf. */
  quarters: Int32Array;
  /** How many rows are inside, and the sums of their coordinates, then their means. */
  mass: Float64Array;
  x: Float64Array;
  y: Float64Array;
  /** Squared side. */
  area: Float64Array;
  readonly stack: Int32Array;
}

/** Memory for a tree of about `n` rows; it grows where that is not enough. */
export function emptyQuadTree(n: number): QuadTree {
  const room = 8 * n + 8;
  return {
    count: 0,
    quarters: new Int32Array(room),
    mass: new Float64Array(room),
    x: new Float64Array(room),
    y: new Float64Array(room),
    area: new Float64Array(room),
    stack: new Int32Array(STACK),
  };
}

/** Makes the tree anew from rows at (`map[2i]`, `map[2i + 1]`), all finite. */
export function plant(tree: QuadTree, map: Float64Array): void {
  let low = Infinity;
  let high = -Infinity;
  for (let at = 0; at < map.length; at++) {
    low = Math.min(low, map[at] as number);
    high = Math.max(high, map[at] as number);
  }
  tree.count = 0;
  const root = addNode(tree, (high - low) ** 2);
  for (let at = 0; at < map.length; at += 2) {
    insert(tree, root, map[at] as number, map[at + 1] as number, { middle: (low + high) / 2, side: high - low });
  }
  for (let node = 0; node < tree.count; node++) {
    const mass = tree.mass[node] as number;
    if (mass === 0) continue;
    tree.x[node] = (tree.x[node] as number) / mass;
    tree.y[node] = (tree.y[node] as number) / mass;
  }
}

function addNode(tree: QuadTree, area: number): number {
  if (tree.count === tree.mass.length) grow(tree);
  const node = tree.count++;
  tree.quarters[node] = 0;
  tree.mass[node] = 0;
  tree.x[node] = 0;
  tree.y[node] = 0;
  tree.area[node] = area;
  return node;
}

function grow(tree: QuadTree): void {
  const doubled = (from: Float64Array): Float64Array => {
    const to = new Float64Array(2 * from.length);
    to.set(from);
    return to;
  };
  const quarters = new Int32Array(2 * tree.quarters.length);
  quarters.set(tree.quarters);
  tree.quarters = quarters;
  tree.mass = doubled(tree.mass);
  tree.x = doubled(tree.x);
  tree.y = doubled(tree.y);
  tree.area = doubled(tree.area);
}

/** Adds a row to every square around it, splitting the last one if a row elsewhere is there already. */
function insert(tree: QuadTree, root: number, x: number, y: number, square: { middle: number; side: number }): void {
  let node = root;
  let middleX = square.middle;
  let middleY = square.middle;
  let quarter = square.side / 4;
  for (let depth = 0; ; depth++, quarter /= 2) {
    if ((tree.quarters[node] as number) === 0) {
      if (depth === DEEPEST || !holdsAnother(tree, node, x, y)) break;
      split(tree, node, middleX, middleY);
    }
    add(tree, node, 1, x, y);
    node = (tree.quarters[node] as number) + (x > middleX ? 1 : 0) + (y > middleY ? 2 : 0);
    middleX += x > middleX ? quarter : -quarter;
    middleY += y > middleY ? quarter : -quarter;
  }
  add(tree, node, 1, x, y);
}

function holdsAnother(tree: QuadTree, leaf: number, x: number, y: number): boolean {
  const mass = tree.mass[leaf] as number;
  return mass > 0 && ((tree.x[leaf] as number) !== mass * x || (tree.y[leaf] as number) !== mass * y);
}

/** Gives a leaf four quarters and puts what it holds, all at one place, into one of them. */
function split(tree: QuadTree, leaf: number, middleX: number, middleY: number): void {
  const area = (tree.area[leaf] as number) / 4;
  const first = addNode(tree, area);
  for (let other = 1; other < 4; other++) addNode(tree, area);
  tree.quarters[leaf] = first;
  const mass = tree.mass[leaf] as number;
  const x = tree.x[leaf] as number;
  const y = tree.y[leaf] as number;
  const quarter = first + (x / mass > middleX ? 1 : 0) + (y / mass > middleY ? 2 : 0);
  add(tree, quarter, mass, x, y);
}

function add(tree: QuadTree, node: number, mass: number, x: number, y: number): void {
  tree.mass[node] = (tree.mass[node] as number) + mass;
  tree.x[node] = (tree.x[node] as number) + x;
  tree.y[node] = (tree.y[node] as number) + y;
}
