import type { Figure } from "../../charts/figure";
import { FigureCard } from "./FigureCard";
import { places } from "./grid-rows";
import { SkeletonCard } from "./SkeletonCard";
import "./chart.css";
import "./picking.css";

interface FigureGridProps {
  readonly figures: readonly Figure[];
  /** A new answer is on its way: the old one stays, quieter. */
  readonly busy?: boolean;
}

/**
 * Figures on twelve columns, in the order of the story; the first of each part stands under the part's heading. With
 * none yet, cards of usual size hold their places.
 */
export function FigureGrid({ figures, busy = false }: FigureGridProps) {
  return (
    <div class={`fig-grid${busy ? " fig-busy" : ""}`} aria-busy={busy}>
      {figures.length === 0 && busy ? WAITING.map((place, index) => <SkeletonCard key={index} place={place} />) : null}
      {parts(figures).map(({ title, figures: own }) => (
        <Part key={title ?? ""} title={title} figures={own} />
      ))}
    </div>
  );
}

interface PartProps {
  readonly title: string | undefined;
  readonly figures: readonly Figure[];
}

function Part({ title, figures }: PartProps) {
  const rows = places(figures.map(({ span }) => span));
  return (
    <>
      {title !== undefined && <h2 class="fig-part">{title}</h2>}
      {figures.map((figure, index) => (
        <FigureCard
          key={figure.id}
          figure={figure}
          place={rows[index] ?? { wide: 12, middle: 12 }}
          heading={title === undefined ? "h2" : "h3"}
        />
      ))}
    </>
  );
}

/** Figures that follow each other in the same part, together. */
function parts(figures: readonly Figure[]): readonly PartProps[] {
  const found: { title: string | undefined; figures: Figure[] }[] = [];
  for (const figure of figures) {
    const last = found.at(-1);
    if (last !== undefined && last.title === figure.section) last.figures.push(figure);
    else found.push({ title: figure.section, figures: [figure] });
  }
  return found;
}

const WAITING = places([6, 6, 8, 4]);
