/** One shape of the drawing, as the distance of a point from its edge: negative inside. */
interface Shape {
  readonly colour: readonly [number, number, number];
  readonly distance: (x: number, y: number) => number;
}

/** A square picture: four bytes a pixel, red, green, blue and opacity. */
export interface Picture {
  readonly size: number;
  readonly pixels: Uint8Array;
}

export interface IconWish {
  /** Width and height in pixels. */
  readonly size: number;
  /** Fills the whole square, its drawing within the circle that every mask keeps. */
  readonly bleeds: boolean;
}

const VIEW = 24;
/** A maskable icon keeps what lies within four tenths of its width around the middle. */
const SAFE_SHARE = 0.8;

/**
 * Draws an icon of the few shapes that ours has: one `rect` as ground, then `circle`s and strokes along one circular arc
 * (`M x y A r r 0 large sweep x y`), in a view of 24 by 24. Throws when the drawing holds anything else.
 */
export function drawIcon(svg: string, { size, bleeds }: IconWish): Picture {
  const [ground, ...marks] = shapesOf(svg);
  if (ground === undefined) throw new Error("The icon has no ground.");
  const scale = VIEW / size;
  const pixels = new Uint8Array(size * size * 4);
  const zoom = bleeds ? 1 / SAFE_SHARE : 1;
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      const x = (column + 0.5) * scale;
      const y = (row + 0.5) * scale;
      const opacity = bleeds ? 1 : cover(ground.distance(x, y), scale);
      let colour = ground.colour;
      for (const { colour: paint, distance } of marks) {
        const share = cover(distance(middled(x, zoom), middled(y, zoom)), scale * zoom);
        colour = [0, 1, 2].map((part) => mix(colour[part], paint[part], share)) as unknown as typeof colour;
      }
      pixels.set([...colour.map(Math.round), Math.round(255 * opacity)], (row * size + column) * 4);
    }
  return { size, pixels };
}

const middled = (at: number, zoom: number): number => VIEW / 2 + (at - VIEW / 2) * zoom;
const mix = (from = 0, to = 0, share = 0): number => from + (to - from) * share;

/** Share of a pixel of the given width that lies inside. */
const cover = (distance: number, pixel: number): number => Math.min(1, Math.max(0, 0.5 - distance / pixel));

function shapesOf(svg: string): Shape[] {
  return [...svg.matchAll(/<(\w+)\s([^>]*?)\/?>/gu)].flatMap(([, tag, text]) => {
    const given = new Map([...(text ?? "").matchAll(/([\w-]+)="([^"]*)"/gu)].map(([, name, value]) => [name, value]));
    const number = (name: string): number => Number(given.get(name) ?? NaN);
    if (tag === "svg") return [];
    if (tag === "rect") return [{ colour: rgb(given.get("fill")), distance: ground(number("width"), number("rx")) }];
    if (tag === "circle") {
      const [cx, cy, r] = [number("cx"), number("cy"), number("r")];
      return [{ colour: rgb(given.get("fill")), distance: (x, y) => Math.hypot(x - cx, y - cy) - r }];
    }
    if (tag === "path")
      return [{ colour: rgb(given.get("stroke")), distance: arc(given.get("d") ?? "", number("stroke-width") / 2) }];
    throw new Error(`The icon holds a ${tag}, which cannot be drawn here.`);
  });
}

function rgb(text = ""): Shape["colour"] {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/iu.exec(text)?.[1];
  if (digits === undefined) throw new Error(`"${text}" is not a colour.`);
  const part = (index: number): number =>
    digits.length === 3
      ? parseInt((digits[index] ?? "").repeat(2), 16)
      : parseInt(digits.slice(2 * index, 2 * index + 2), 16);
  return [part(0), part(1), part(2)];
}

/** A square from corner to corner of the view, with round corners. */
function ground(width: number, radius: number): Shape["distance"] {
  const half = width / 2;
  return (x, y) => {
    const right = Math.abs(x - half) - half + radius;
    const down = Math.abs(y - half) - half + radius;
    return Math.hypot(Math.max(right, 0), Math.max(down, 0)) + Math.min(Math.max(right, down), 0) - radius;
  };
}

/** A line of round ends along a circular arc. */
function arc(path: string, halfWidth: number): Shape["distance"] {
  const parts = /^M([\d.]+) ([\d.]+)A([\d.]+) ([\d.]+) 0 ([01]) ([01]) ([\d.]+) ([\d.]+)$/u
    .exec(path)
    ?.slice(1)
    .map(Number);
  if (parts === undefined || parts[2] !== parts[3]) throw new Error(`"${path}" is not one circular arc.`);
  const [x1 = 0, y1 = 0, r = 0, , large = 0, sweep = 0, x2 = 0, y2 = 0] = parts;
  const [mx, my, chord] = [(x1 + x2) / 2, (y1 + y2) / 2, Math.hypot(x2 - x1, y2 - y1)];
  const away = (Math.sqrt(r * r - (chord / 2) ** 2) / chord) * (large === sweep ? -1 : 1);
  const [cx, cy] = [mx - away * (y2 - y1), my + away * (x2 - x1)];
  const turn = (x: number, y: number): number => {
    const between = Math.atan2(y - cy, x - cx) - Math.atan2(y1 - cy, x1 - cx);
    return (((sweep === 1 ? between : -between) % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI);
  };
  const length = turn(x2, y2);
  return (x, y) =>
    (turn(x, y) <= length
      ? Math.abs(Math.hypot(x - cx, y - cy) - r)
      : Math.min(Math.hypot(x - x1, y - y1), Math.hypot(x - x2, y - y2))) - halfWidth;
}
