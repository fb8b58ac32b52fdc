import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { DataTable } from "../../charts/figure";
import { rowSentence } from "./cell-text";

interface PointWalkerProps {
  readonly table: DataTable;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** Lets arrow keys walk the values behind a chart, saying each one on screen and to a screen reader. */
export function PointWalker({ table, title, children }: PointWalkerProps) {
  const [at, setAt] = useState<number | null>(null);
  const count = table.values[0]?.length ?? 0;
  useEffect(() => setAt(null), [table]);

  const walk = (event: KeyboardEvent): void => {
    const next = count === 0 ? undefined : destination(event.key, at, count);
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
  };
  return (
    <div
      class="fig-walker"
      role="group"
      tabIndex={0}
      aria-roledescription="chart"
      aria-label={`${title}. Arrow keys walk the ${count} values.`}
      onKeyDown={walk}
      onBlur={() => setAt(null)}
    >
      {children}
      <p class={at === null ? "visually-hidden" : "fig-readout"} aria-live="polite">
        {at === null ? "" : `${at + 1} of ${count}. ${rowSentence(table, at)}`}
      </p>
    </div>
  );
}

/** Where a key leads: a row, null to leave, undefined when the key means nothing here. */
function destination(key: string, at: number | null, count: number): number | null | undefined {
  if (key === "ArrowRight" || key === "ArrowDown") return at === null ? 0 : Math.min(count - 1, at + 1);
  if (key === "ArrowLeft" || key === "ArrowUp") return at === null ? count - 1 : Math.max(0, at - 1);
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return key === "Escape" && at !== null ? null : undefined;
}
