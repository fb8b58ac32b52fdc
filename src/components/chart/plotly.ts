import type { Plotly, PlotlyHost } from "plotly.js-strict-dist-min";
import { clipped } from "../../charts/clipped";
import type { Chart } from "../../charts/figure";
import { shownTheme } from "../shell/preferences";
import { colourResolver, type Resolve } from "./chart-colour";
import { nextTask } from "./draw-queue";
import { legendRoom, withRoomAbove } from "./legend-room";
import { fitted, readable, roomBelow, withLines } from "./narrow";
import { prepared } from "./prepared";
import { rehearsed } from "./rehearsed";
import { stagesBefore } from "./stages";
import { onThemeChange } from "./theme-changes";

let fetched: Promise<{ default: () => Plotly }> | null = null;
let colours: Resolve | null = null;

/** Fetches the drawing library (the build without `eval`) once. To be awaited before the page is sealed. */
export async function fetchPlotly(): Promise<void> {
  await (fetched ??= import("plotly.js-strict-dist-min"));
}

/**
 * Evaluates the library and lets it draw out of sight: the first drawing of a kind is several times as slow as the next, and
 * here nobody waits for it.
 */
export async function rehearsePlotly(): Promise<void> {
  const plotly = await library();
  const stage = document.createElement("div");
  const host = document.createElement("div");
  stage.setAttribute("aria-hidden", "true");
  stage.style.cssText = "position:fixed;left:-2000px;width:480px;visibility:hidden";
  stage.append(host);
  document.body.append(stage);
  for (const chart of rehearsed()) {
    // The library's own evaluation is the longest task of the start; drawing need not make it longer.
    await nextTask();
    await draw(host, chart);
  }
  plotly.purge(host);
  stage.remove();
}

const CONFIG = { displayModeBar: false, responsive: false, showTips: false, scrollZoom: false, doubleClick: false };

/**
 * Draws a chart into its place, as large as that is, or changes the one that is there. Gives the place as it can be listened
 * to; null where it is gone. Rejects when the chart cannot be drawn.
 */
export async function draw(host: HTMLElement, chart: Chart): Promise<PlotlyHost | null> {
  const drawing = await library();
  if (!host.isConnected) return null;
  const width = Math.max(200, host.clientWidth);
  const room = legendRoom(chart.layout, chart.data, width);
  const laid = fitted(withRoomAbove(chart.layout, room), width);
  const more = room + roomBelow(laid);
  host.parentElement?.style.setProperty("--more-room", `${more}px`);
  const size = { width, height: Math.max(chart.height + more, host.clientHeight) };
  const shown = prepared(laid, resolver());
  const layout = { ...withLines(shown as Record<string, unknown>), ...size };
  const data = prepared(readable(chart.data, chart.layout, width), resolver()) as object[];
  // Paper is white: print turns what was drawn for the dark.
  host.dataset["drawnFor"] = shownTheme();
  // Streams that are changed in place lose their bands.
  if (chart.data.some(({ type }) => type === "sankey")) drawing.purge(host);
  const again = host.dataset["drawn"] !== undefined;
  host.dataset["drawn"] = "";
  for (const stage of again ? [] : stagesBefore({ data, layout })) {
    await drawing.react(host, stage.data, stage.layout, CONFIG);
    await nextTask();
    if (!host.isConnected) return null;
  }
  return drawing.react(host, data, layout, CONFIG);
}

/** Frees what a chart holds. Safe for a place where nothing was drawn. */
export async function discard(host: HTMLElement): Promise<void> {
  if (fetched === null) return;
  delete host.dataset["drawn"];
  (await library()).purge(host);
}

/** What stands above an exported picture. */
export interface Caption {
  readonly title: string;
  readonly subtitle: string;
}

const LONGEST_CAPTION = 110;

/** The chart as a picture with its title, in the colours on screen, on the card's ground. */
export async function picture(chart: Chart, caption: Caption, format: "png" | "svg", width = 960): Promise<Blob> {
  const drawing = await library();
  const title = {
    text: clipped(caption.title, LONGEST_CAPTION),
    subtitle: { text: clipped(caption.subtitle, LONGEST_CAPTION), font: { size: 12, color: "var(--text-2)" } },
    font: { size: 16, color: "var(--text)" },
    x: 24 / width,
    xref: "container",
    xanchor: "left",
    y: 1,
    yref: "container",
    yanchor: "top",
    pad: { t: 24 },
  };
  const drawn = chart.layout["margin"] as { readonly r: number; readonly t: number };
  const room = legendRoom(chart.layout, chart.data, width);
  const margin = { l: 24, r: drawn.r + 16, t: drawn.t + 88 + room, b: 24, pad: 4 };
  const height = chart.height + 100 + room;
  // A legend hangs from the picture's top, where the title now stands.
  const legend = { ...(chart.layout["legend"] as object | undefined), y: 1 - 80 / height };
  const layout = { ...chart.layout, title, legend, margin, paper_bgcolor: "var(--surface)", width, height };
  const size = { format, width, height, scale: format === "png" ? 2 : 1 };
  const content = {
    data: prepared(chart.data, resolver()) as object[],
    layout: prepared(layout, resolver()) as object,
  };
  return fromDataAddress(await drawing.toImage(content, size));
}

async function library(): Promise<Plotly> {
  const { default: evaluated } = await (fetched ??= import("plotly.js-strict-dist-min"));
  return evaluated();
}

function resolver(): Resolve {
  if (colours === null) {
    colours = colourResolver();
    onThemeChange(() => {
      colours = colourResolver();
    });
  }
  return colours;
}

/** By hand, because a sealed page may not fetch, not even a `data:` address. */
function fromDataAddress(address: string): Blob {
  const comma = address.indexOf(",");
  const head = address.slice(5, comma);
  const type = head.split(";")[0] ?? "application/octet-stream";
  const body = address.slice(comma + 1);
  if (!head.endsWith(";base64")) return new Blob([decodeURIComponent(body)], { type });
  return new Blob([Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0))], { type });
}
