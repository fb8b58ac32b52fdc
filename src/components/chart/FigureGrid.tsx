import { useMemo } from "preact/hooks";
import type { Figure } from "../../charts/figure";
import { FigureCard } from "./FigureCard";
import { places, type Place } from "./grid-rows";
import { SkeletonCard } from "./SkeletonCard";
import { useArriving } from "./use-arriving";
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
  const { shown, arriving } = useArriving(figures);
  return (
    <div class={`fig-grid${busy ? " fig-busy" : ""}`} aria-busy={busy || arriving}>
      {figures.length === 0 && busy ? WAITING.map((place, index) => <SkeletonCard key={index} place={place} />) : null}
      {parts(figures).map(({ title, figures: own }) => (
        <Part key={title ?? ""} title={title} figures={own} shown={shown} />
      ))}
    </div>
  );
}

interface PartProps {
  readonly title: string | undefined;
  readonly figures: readonly Figure[];
}

/** A part of the page. Its cards have their places from the start, so that one that comes moves none that is there. */
function Part({ title, figures, shown }: PartProps & { readonly shown: ReadonlyMap<string, Figure> }) {
  const rows = places(figures.map(({ span }) => span));
  if (!figures.some(({ id }) => shown.has(id))) return null;
  return (
    <>
      {title !== undefined && <h2 class="fig-part">{title}</h2>}
      {figures.map(({ id }, index) => {
        const figure = shown.get(id);
        const heading = title === undefined ? "h2" : "h3";
        return figure && <SteadyCard key={id} {...{ figure, heading, ...(rows[index] ?? WHOLE_ROW) }} />;
      })}
    </>
  );
}

interface SteadyCardProps extends Place {
  readonly figure: Figure;
  readonly heading: "h2" | "h3";
}

/** A card that is made anew only when something about it is another. */
function SteadyCard({ figure, wide, middle, heading }: SteadyCardProps) {
  return useMemo(
    () => <FigureCard figure={figure} place={{ wide, middle }} heading={heading} />,
    [figure, wide, middle, heading],
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

const WHOLE_ROW: Place = { wide: 12, middle: 12 };

const WAITING = places([6, 6, 8, 4]);
