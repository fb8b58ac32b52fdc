/** What the drawing library is given. */
export interface Drawable {
  readonly data: object[];
  readonly layout: Record<string, unknown>;
}

/**
 * What is drawn in tasks of its own before a whole chart that was not there yet, so that none of them holds the page for
 * long: the axes alone, then what stands between them; notes, each of which is measured, come last. What is drawn
 * already is kept by the next. Only for charts with axes: others would get some.
 */
export function stagesBefore({ data, layout }: Drawable): readonly Drawable[] {
  if (!("xaxis" in layout) || !("yaxis" in layout)) return [];
  const { annotations, ...unnoted } = layout;
  const frame = { data: [], layout: { ...unnoted, showlegend: false } };
  const noted = Array.isArray(annotations) && annotations.length > 0;
  return noted ? [frame, { data, layout: unnoted }] : [frame];
}
