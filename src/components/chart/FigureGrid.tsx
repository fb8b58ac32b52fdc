import type { Figure } from "../../charts/figure";
import { FigureCard } from "./FigureCard";
import { SkeletonCard } from "./SkeletonCard";
import "./chart.css";

interface FigureGridProps {
  readonly figures: readonly Figure[];
  /** A new answer is on its way: the old one stays, quieter. */
  readonly busy?: boolean;
}

/** Figures on twelve columns, in the order of the story. With none yet, cards of usual size hold their places. */
export function FigureGrid({ figures, busy = false }: FigureGridProps) {
  return (
    <div class={`fig-grid${busy ? " fig-busy" : ""}`} aria-busy={busy}>
      {figures.length === 0 && busy ? PLACES.map((span, index) => <SkeletonCard key={index} span={span} />) : null}
      {figures.map((figure) => (
        <FigureCard key={figure.id} figure={figure} />
      ))}
    </div>
  );
}

const PLACES = [6, 6, 8, 4] as const;
