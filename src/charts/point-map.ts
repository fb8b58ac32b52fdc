import { baseLayout, legendAbove, plainAxis, type Layout } from "./layout";
import type { Chart, Picked, Trace } from "./figure";

/** Many points in groups on two or three axes without a scale of their own. */
export interface PointMapInput {
  /** One column per axis, two or three, of all points. */
  readonly axes: readonly { readonly label: string; readonly values: Float64Array }[];
  readonly groups: readonly PointMapGroup[];
  /** The group of each point. */
  readonly groupOf: Int32Array;
  /** A sentence about a point, where few enough are drawn for that. */
  readonly hover: (place: number) => string;
  readonly picked?: Picked;
  /** Named arrows from the middle, e.g. loadings; in units of the axes. */
  readonly arrows?: readonly MapArrow[];
  readonly description: string;
}

export interface PointMapGroup {
  readonly label: string;
  readonly colour: string;
  readonly group: number;
}

/** A group with those of its points that are drawn, ascending. */
interface Drawn extends PointMapGroup {
  readonly places: Int32Array;
}

export interface MapArrow {
  readonly label: string;
  readonly x: number;
  readonly y: number;
}

/** Points drawn at most: more only cover each other. */
export const MOST_DRAWN = 20_000;

/** Up to so many points each says what it is. */
const MOST_SAID = 3_000;

/** Up to so many points each is drawn as a shape, which prints and scales. */
const MOST_SHAPES = 2_000;

/** A map of points. Of more than 20,000 every so-many-th is drawn; the title's sentence must say so. */
export function pointMap(input: PointMapInput): Chart {
  const [x, y, z] = input.axes;
  if (x === undefined || y === undefined) throw new RangeError("A map of points needs two axes.");
  const count = x.values.length;
  const every = Math.ceil(count / MOST_DRAWN);
  const drawn = drawnOf(input, every);
  const said = count <= MOST_SAID;
  const data = drawn.map((group) => trace(group, input, { said, shapes: count <= MOST_SHAPES }));
  const layout = z === undefined ? flat(x, y, input.arrows ?? []) : solid(x.label, y.label, z.label);
  return {
    data,
    layout: baseLayout({ ...(input.groups.length > 1 ? legendAbove() : {}), ...layout }),
    height: 460,
    description: input.description,
    ...(z === undefined ? { pick: { by: "area", x: x.values, y: y.values } } : {}),
  };
}

/** One walk over the points, whatever the number of groups. */
function drawnOf({ groups, groupOf }: PointMapInput, every: number): readonly Drawn[] {
  const places = new Map(groups.map(({ group }) => [group, [] as number[]]));
  for (let i = 0; i < groupOf.length; i += every) places.get(groupOf[i] as number)?.push(i);
  return groups.map((one) => ({ ...one, places: Int32Array.from(places.get(one.group) ?? []) }));
}

interface Manner {
  readonly said: boolean;
  readonly shapes: boolean;
}

function trace(group: Drawn, { axes, hover, picked }: PointMapInput, { said, shapes }: Manner): Trace {
  const { places, colour } = group;
  const column = (axis: number): Float64Array => taken(axes[axis]?.values ?? new Float64Array(0), places);
  const three = axes.length === 3;
  const size = three ? 2.5 : places.length > 5_000 ? 3 : 6;
  return {
    type: three ? "scatter3d" : shapes ? "scatter" : "scattergl",
    mode: "markers",
    name: group.label,
    x: column(0),
    y: column(1),
    ...(three ? { z: column(2) } : {}),
    ...(said ? { hovertext: Array.from(places, hover), hoverinfo: "text" } : { hoverinfo: three ? "name" : "skip" }),
    marker: { color: colour, size, opacity: places.length > 5_000 ? 0.5 : 0.8, line: { width: 0 } },
    ...(picked === undefined || three ? {} : followed(places, picked)),
  };
}

/** By a plain loop: a function per value holds the page's thread several times as long, here and below. */
function taken(values: Float64Array, places: Int32Array): Float64Array {
  const some = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) some[i] = values[places[i] as number] ?? NaN;
  return some;
}

function followed(places: Int32Array, picked: Picked): Trace {
  const selectedpoints: number[] = [];
  places.forEach((place, at) => {
    if (picked[place] === 1) selectedpoints.push(at);
  });
  return { selectedpoints, selected: { marker: { opacity: 0.95 } }, unselected: { marker: { opacity: 0.08 } } };
}

interface MapAxis {
  readonly label: string;
  readonly values: Float64Array;
}

function flat(x: MapAxis, y: MapAxis, arrows: readonly MapArrow[]): Layout {
  return {
    xaxis: { ...plainAxis(x.label), nticks: 6, ...rangeOf(x.values) },
    yaxis: { ...plainAxis(y.label), nticks: 6, ...rangeOf(y.values) },
    annotations: arrows.map(arrowOf),
  };
}

function solid(x: string, y: string, z: string): Layout {
  const axis = (title: string): Layout => ({
    title: { text: title, font: { size: 12, color: "var(--text-2)" } },
    gridcolor: "var(--line)",
    zeroline: false,
    showbackground: false,
    tickfont: { size: 11, color: "var(--text-2)" },
  });
  return { scene: { xaxis: axis(x), yaxis: axis(y), zaxis: axis(z), bgcolor: "rgba(0,0,0,0)" }, uirevision: "turned" };
}

function rangeOf(values: Float64Array): Layout {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const room = (high - low || 1) * 0.04;
  return { range: low > high ? [0, 1] : [low - room, high + room] };
}

/** An arrow from the middle to its name. One note for both: each is measured for itself, which takes longer than the points. */
function arrowOf({ label, x, y }: MapArrow): Layout {
  return {
    ...{ x: 0, y: 0, ax: x, ay: y, axref: "x", ayref: "y", showarrow: true, standoff: 0 },
    ...{ arrowside: "start", startarrowhead: 2, startstandoff: 2, arrowwidth: 1.5, arrowcolor: "var(--text)" },
    ...{ text: label, font: { size: 12, color: "var(--text)" }, bgcolor: "var(--surface)", opacity: 0.85 },
  };
}
