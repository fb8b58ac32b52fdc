/** Left edges of columns laid side by side: one more than there are columns, the last being the whole width. */
export function columnEdges(widths: readonly number[]): Float64Array {
  const edges = new Float64Array(widths.length + 1);
  widths.forEach((width, index) => {
    edges[index + 1] = (edges[index] ?? 0) + width;
  });
  return edges;
}

/** Width in px for a column, by the length of its name and what it holds. */
export function columnWidth(name: string, kind: string | undefined): number {
  const least = kind === "time" ? 176 : kind === "text" || kind === "id" ? 160 : 112;
  return Math.min(280, Math.max(least, Math.ceil(name.length * 7.5) + 48));
}

/** Columns to draw between two horizontal positions, `from` inclusive, `to` exclusive, with one more on both sides. */
export function columnWindow(edges: Float64Array, left: number, width: number): { from: number; to: number } {
  const columns = Math.max(0, edges.length - 1);
  const first = lastEdgeAtOrBefore(edges, left);
  const last = lastEdgeAtOrBefore(edges, left + width);
  return { from: Math.max(0, Math.min(first, columns) - 1), to: Math.min(columns, last + 2) };
}

function lastEdgeAtOrBefore(edges: Float64Array, position: number): number {
  let low = 0;
  let high = edges.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((edges[middle] ?? Infinity) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}
