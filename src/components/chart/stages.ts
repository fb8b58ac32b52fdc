/** What the drawing library is given. */
export interface Drawable {
  readonly data: object[];
  readonly layout: Record<string, unknown>;
}

const AXIS = /^[xy]axis\d*$/u;

/**
 * What is drawn in tasks of its own before a whole chart that was not there yet, so that none of them holds the page for
 * long: the empty place, the axes alone, then what stands between them; notes, each of which is measured, come last. What
 * is drawn already is kept by the next. Only for charts with axes: others would get some.
 */
export function stagesBefore({ data, layout }: Drawable): readonly Drawable[] {
  if (!("xaxis" in layout) || !("yaxis" in layout)) return [];
  const { annotations, ...unnoted } = layout;
  const frame = { ...unnoted, showlegend: false };
  const noted = Array.isArray(annotations) && annotations.length > 0;
  return [
    { data: [], layout: { ...frame, ...unseenAxes(layout) } },
    { data: [], layout: frame },
    ...(data.some(isOnGraphicsCard) ? [{ data: data.map(firstPoint), layout: frame }] : []),
    ...(noted ? [{ data, layout: unnoted }] : []),
  ];
}

function unseenAxes(layout: Drawable["layout"]): Drawable["layout"] {
  const axes = Object.entries(layout).filter(([part]) => AXIS.test(part));
  return Object.fromEntries(axes.map(([part, axis]) => [part, { ...(axis as object), visible: false }]));
}

const isOnGraphicsCard = (trace: object): trace is { x: Float64Array; y: Float64Array } =>
  "type" in trace && trace.type === "scattergl";

/** To make the graphics card ready takes longer than to draw many points. */
function firstPoint(trace: object): object {
  if (!isOnGraphicsCard(trace)) return trace;
  return { ...trace, x: trace.x.slice(0, 1), y: trace.y.slice(0, 1), selectedpoints: undefined };
}
