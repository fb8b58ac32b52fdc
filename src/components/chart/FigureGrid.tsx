import type { Figure } from "../../charts/figure";
import { FigureCard } from "./FigureCard";
import { places } from "./grid-rows";
import { SkeletonCard } from "./SkeletonCard";
import "./chart.css";

interface FigureGridProps {
  readonly figures: readonly Figure[];
  /** A new answer is on its way: the old one stays, quieter. */
  readonly busy?: boolean;
}

/** Figures on twelve columns, in the order of the story. With none yet, cards of usual size hold their places. */
export function FigureGrid({ figures, busy = false }: FigureGridProps) {
  const rows = places(figures.map(({ span }) => span));
  return (
    <div class={`fig-grid${busy ? " fig-busy" : ""}`} aria-busy={busy}>
      {figures.length === 0 && busy ? WAITING.map((place, index) => <SkeletonCard key={index} place={place} />) : null}
      {figures.map((figure, index) => (
        <FigureCard key={figure.id} figure={figure} place={rows[index] ?? { wide: 12, middle: 12 }} />
      ))}
    </div>
  );
}

const WAITING = places([6, 6, 8, 4]);
