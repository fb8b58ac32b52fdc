import { useId, useState } from "preact/hooks";
import type { Figure } from "../../charts/figure";
import { Icon } from "../shell/Icon";
import { ChartArea } from "./ChartArea";
import { ExpandDialog } from "./ExpandDialog";
import { ExplainDialog } from "./ExplainDialog";
import { FigureActions } from "./FigureActions";
import { FigureTable } from "./FigureTable";
import type { Place } from "./grid-rows";
import { PointWalker } from "./PointWalker";
import { unbroken } from "./unbroken";
import "./chart.css";

interface FigureCardProps {
  readonly figure: Figure;
  /** Its part of the row it stands in. */
  readonly place: Place;
  /** The rank of its title among the page's headings. */
  readonly heading: "h2" | "h3";
}

/** One figure: its finding, its chart (or its numbers), what to beware of, and how it was made. */
export function FigureCard({ figure, place, heading: Heading }: FigureCardProps) {
  const [asTable, setAsTable] = useState(false);
  const [explaining, setExplaining] = useState(false);
  const [large, setLarge] = useState(false);
  const heading = useId();
  const chart = asTable ? undefined : figure.chart;

  return (
    <article
      class={`fig-card fig-wide-${place.wide} fig-middle-${place.middle}`}
      aria-labelledby={heading}
      data-figure={figure.id}
    >
      <header class="fig-head">
        <Heading id={heading} class="fig-title">
          {unbroken(figure.title)}
        </Heading>
        <p class="fig-subtitle">{unbroken(figure.subtitle)}</p>
      </header>
      {figure.caution !== undefined && (
        <p class="fig-caution">
          <Icon name="warning" size={16} />
          <span>{figure.caution}</span>
        </p>
      )}
      {chart === undefined ? (
        <FigureTable table={figure.table} label={figure.title} />
      ) : (
        <PointWalker table={figure.table} title={figure.title}>
          <ChartArea chart={chart} />
        </PointWalker>
      )}
      <FigureActions
        figure={figure}
        asTable={asTable}
        onTable={() => setAsTable(!asTable)}
        onExplain={() => setExplaining(true)}
        onExpand={() => setLarge(true)}
      />
      <ExplainDialog
        title={figure.title}
        explain={figure.explain}
        open={explaining}
        onClose={() => setExplaining(false)}
      />
      {figure.chart !== undefined && (
        <ExpandDialog figure={figure} chart={figure.chart} open={large} onClose={() => setLarge(false)} />
      )}
    </article>
  );
}
