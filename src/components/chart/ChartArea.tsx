import { useEffect, useRef, useState } from "preact/hooks";
import type { Chart } from "../../charts/figure";
import { dequeue, enqueue } from "./draw-queue";
import { discard, draw } from "./plotly";
import { onThemeChange } from "./theme-changes";

interface ChartAreaProps {
  readonly chart: Chart;
}

type State = "waiting" | "drawn" | "failed";

/** The place of a chart: holds its final size from the start, grows with its card, draws when near the screen, follows size and theme. */
export function ChartArea({ chart }: ChartAreaProps) {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(chart);
  const near = useRef(false);
  const [state, setState] = useState<State>("waiting");
  latest.current = chart;

  const ask = useRef(() => {
    const place = host.current;
    if (place === null || !near.current) return;
    enqueue(place, () => drawn(place, latest.current, setState));
  });
  useEffect(() => ask.current(), [chart]);
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
    <div class="fig-area" data-state={state} style={{ "--chart-height": `${chart.height}px` }}>
      <div ref={host} class="fig-plot" role="img" aria-label={chart.description} />
      {state === "waiting" && <div class="fig-skeleton" aria-hidden="true" />}
      {state === "failed" && <p class="fig-failed">This chart could not be drawn. Its numbers are in the table.</p>}
    </div>
  );
}

async function drawn(place: HTMLElement, chart: Chart, tell: (state: State) => void): Promise<void> {
  try {
    await draw(place, chart);
    tell("drawn");
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
