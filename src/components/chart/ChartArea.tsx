import { useContext, useEffect, useRef, useState } from "preact/hooks";
import type { Chart } from "../../charts/figure";
import { dequeue, enqueue } from "./draw-queue";
import { listenForPicks, PickTaker, type DragMode, type TakePicked } from "./picking";
import { PickTools } from "./PickTools";
import { discard, draw } from "./plotly";
import { onThemeChange } from "./theme-changes";

interface ChartAreaProps {
  readonly chart: Chart;
}

type State = "waiting" | "drawn" | "failed";

/** The place of a chart: holds its final size from the start, grows with its card, draws when near the screen, follows size and theme. */
export function ChartArea({ chart }: ChartAreaProps) {
  const host = useRef<HTMLDivElement>(null);
  const take = useContext(PickTaker);
  const [drag, setDrag] = useState<DragMode>("lasso");
  const pickable = take !== null && chart.pick !== undefined;
  const latest = useRef<Drawing>({ chart, take });
  const near = useRef(false);
  const [state, setState] = useState<State>("waiting");
  latest.current = { chart: pickable && chart.pick?.by === "area" ? dragged(chart, drag) : chart, take };

  const ask = useRef(() => {
    const place = host.current;
    if (place === null || !near.current) return;
    enqueue(place, () => drawn(place, latest, setState));
  });
  useEffect(() => ask.current(), [chart, drag]);
  useEffect(() => {
    const place = host.current;
    if (place === null) return undefined;
    const stop = follow(place, near, ask.current);
    return () => {
      stop();
      dequeue(place);
      void discard(place);
    };
  }, []);

  return (
    <>
      {pickable && chart.pick?.by === "area" && <PickTools mode={drag} onMode={setDrag} />}
      <div class="fig-area" data-state={state} style={{ "--chart-height": `${chart.height}px` }}>
        <div ref={host} class="fig-plot" role="img" aria-label={chart.description} />
        {state === "waiting" && <div class="fig-skeleton" aria-hidden="true" />}
        {state === "failed" && <p class="fig-failed">This chart could not be drawn. Its numbers are in the table.</p>}
      </div>
    </>
  );
}

/** What is to be drawn, and who hears what is picked on it. */
interface Drawing {
  readonly chart: Chart;
  readonly take: TakePicked | null;
}

/** The chart with what a drag does; how far one has looked into it stays. */
function dragged(chart: Chart, mode: DragMode): Chart {
  const axis = (name: "xaxis" | "yaxis") => ({ ...(chart.layout[name] as object), fixedrange: mode !== "zoom" });
  const axes = { xaxis: axis("xaxis"), yaxis: axis("yaxis") };
  return { ...chart, layout: { ...chart.layout, ...axes, dragmode: mode, uirevision: "picking" } };
}

async function drawn(
  place: HTMLElement,
  latest: { readonly current: Drawing },
  tell: (state: State) => void,
): Promise<void> {
  try {
    const host = await draw(place, latest.current.chart);
    tell("drawn");
    if (host === null || latest.current.take === null || place.dataset["listens"] !== undefined) return;
    place.dataset["listens"] = "";
    listenForPicks(host, () => ({
      picking: latest.current.chart.pick,
      take: (picked) => latest.current.take?.(picked),
    }));
  } catch (error) {
    console.error(error);
    tell("failed");
  }
}

/** Asks for a drawing when the place comes near the screen, changes size, is printed, or the theme changes. */
function follow(place: HTMLElement, near: { current: boolean }, ask: () => void): () => void {
  const approach = (): void => {
    near.current = true;
    ask();
  };
  const seen = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      seen.disconnect();
      approach();
    },
    { rootMargin: "600px 0px" },
  );
  seen.observe(place);
  const size = (): string => `${place.clientWidth} ${place.clientHeight}`;
  let last = size();
  const sized = new ResizeObserver(() => {
    if (size() === last) return;
    last = size();
    ask();
  });
  sized.observe(place);
  const stopTheme = onThemeChange(ask);
  addEventListener("beforeprint", approach);
  return () => {
    seen.disconnect();
    sized.disconnect();
    stopTheme();
    removeEventListener("beforeprint", approach);
  };
}
