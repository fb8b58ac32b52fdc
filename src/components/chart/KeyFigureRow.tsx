import type { KeyFigure } from "../../analyses/analysis";
import { KeyFigureCard } from "./KeyFigureCard";
import "./chart.css";

interface KeyFigureRowProps {
  readonly figures: readonly KeyFigure[];
  readonly busy?: boolean;
}

/** Four to six key figures side by side; empty cards of the same size while the first answer is on its way. */
export function KeyFigureRow({ figures, busy = false }: KeyFigureRowProps) {
  return (
    <div
      class={`fig-keys fig-keys-${figures.length === 0 ? 4 : figures.length}${busy ? " fig-busy" : ""}`}
      aria-busy={busy}
    >
      {figures.length === 0 && busy
        ? [0, 1, 2, 3].map((place) => <div key={place} class="fig-key fig-key-empty" aria-hidden="true" />)
        : null}
      {figures.map((figure) => (
        <KeyFigureCard key={figure.label} figure={figure} />
      ))}
    </div>
  );
}
