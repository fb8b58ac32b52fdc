import { createContext } from "preact";
import type { Picked, Picking } from "../../charts/figure";
import { markInside, type Outline } from "../../charts/inside";
import type { PlotlyHost, SelectedArea } from "plotly.js-strict-dist-min";

/** Tells the page which customers were picked out; null when none are any more. */
export type TakePicked = (picked: Picked | null) => void;

/** Provided by a page whose figures follow what is picked out; null elsewhere. */
export const PickTaker = createContext<TakePicked | null>(null);

/** What a drag on a chart does: draw around customers, pick a box, or look closer. */
export type DragMode = "lasso" | "select" | "zoom";

/** Customers looked at between two looks at the clock. */
const AT_ONCE = 100_000;

/** Listens to what a person picks on a drawn chart; what `current` gives is read when it happens. */
export function listenForPicks(
  host: PlotlyHost,
  current: () => { picking: Picking | undefined; take: TakePicked },
): void {
  host.on("plotly_selected", (area) => {
    const { picking, take } = current();
    const outline = area === undefined ? null : outlineOf(area);
    if (picking?.by === "area" && outline !== null) void inside(outline, picking).then(take);
  });
  host.on("plotly_deselect", () => current().take(null));
  host.on("plotly_click", ({ points }) => {
    const { picking, take } = current();
    const [point] = points;
    if (picking?.by !== "group" || point === undefined) return;
    const group = picking.marks[point.pointNumber];
    if (group !== undefined) take(Uint8Array.from(picking.groups, (own) => (own === group ? 1 : 0)));
  });
}

function outlineOf({ lassoPoints, range }: SelectedArea): Outline | null {
  if (lassoPoints !== undefined) return lassoPoints;
  const [x0, x1] = range?.x ?? [];
  const [y0, y1] = range?.y ?? [];
  if (x0 === undefined || x1 === undefined || y0 === undefined || y1 === undefined) return null;
  return { x: [x0, x1, x1, x0], y: [y0, y0, y1, y1] };
}

/** In pieces, so that a million customers do not hold the page. Null when nobody is inside. */
async function inside(outline: Outline, { x, y }: Extract<Picking, { by: "area" }>): Promise<Picked | null> {
  const picked = new Uint8Array(x.length);
  for (let from = 0; from < x.length; from += AT_ONCE) {
    markInside(outline, x, y, picked, from, Math.min(x.length, from + AT_ONCE));
    if (from + AT_ONCE < x.length) await new Promise((resolve) => setTimeout(resolve));
  }
  return picked.includes(1) ? picked : null;
}
