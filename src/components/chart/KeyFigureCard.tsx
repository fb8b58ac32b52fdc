import { useState } from "preact/hooks";
import type { KeyFigure } from "../../analyses/analysis";
import { ExplainDialog } from "./ExplainDialog";
import { unbroken } from "./unbroken";
import "./chart.css";

interface KeyFigureCardProps {
  readonly figure: KeyFigure;
}

/** One number that reads at a glance; the whole card opens its explanation. */
export function KeyFigureCard({ figure }: KeyFigureCardProps) {
  const [open, setOpen] = useState(false);
  return (
    <div class="fig-key">
      <button type="button" class="fig-key-button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <span class="fig-key-label">{figure.label}</span>
        <span class="fig-key-value">
          <span class="fig-key-number">{figure.value}</span>
          {figure.unit !== undefined && <span class="fig-key-unit"> {figure.unit}</span>}
        </span>
        {figure.note !== undefined && <span class="fig-key-note">{unbroken(figure.note)}</span>}
        <span class="visually-hidden"> Explain.</span>
      </button>
      <ExplainDialog title={figure.label} explain={figure.explain} open={open} onClose={() => setOpen(false)} />
    </div>
  );
}
