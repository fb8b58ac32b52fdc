import { useEffect, useRef, useState } from "preact/hooks";
import type { FunnelOffer } from "../../analyses/analysis";
import { EventChoice } from "./EventChoice";
import { FunnelLine } from "./FunnelLine";
import { addRow, changeRow, moveRow, removeRow, type FunnelRow } from "./funnel-rows";
import { rowWords } from "./funnel-words";

interface FunnelEditorProps {
  readonly rows: readonly FunnelRow[];
  readonly offer: FunnelOffer;
  /** Whether these lines are a funnel that the page takes. */
  readonly fits: (rows: readonly FunnelRow[]) => boolean;
  readonly onChange: (rows: readonly FunnelRow[]) => void;
}

/** The funnel line by line. Lines move by their buttons, or by Alt and an arrow; the focus goes with them. */
export function FunnelEditor({ rows, offer, fits, onChange }: FunnelEditorProps) {
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<{ readonly row: number; readonly part: string } | null>(null);
  const [said, setSaid] = useState("");
  useEffect(() => {
    const { row, part } = wanted.current ?? {};
    wanted.current = null;
    if (row !== undefined && part !== undefined) focusPart(list.current?.children[row], part);
  }, [rows]);
  const move = (at: number, by: -1 | 1) => {
    wanted.current = { row: at + by, part: by < 0 ? "up" : "down" };
    setSaid(`${wordsAt(rows, at)} is now line ${at + by + 1} of ${rows.length}.`);
    onChange(moveRow(rows, at, by));
  };
  const remove = (at: number) => {
    wanted.current = { row: Math.min(at, rows.length - 2), part: "close" };
    setSaid(`${wordsAt(rows, at)} is taken away.`);
    onChange(removeRow(rows, at));
  };
  const full = !fits(addRow(rows, offer.events[0]?.label ?? ""));
  return (
    <div class="funnel-editor">
      <ol ref={list} role="list" aria-label="Steps of the funnel" class="funnel-lines">
        {rows.map((row, at) => (
          <FunnelLine
            key={at}
            {...{ row, offer }}
            number={row.is === "exclusion" ? null : rows.slice(0, at + 1).filter(({ is }) => is !== "exclusion").length}
            can={{
              is: (is) => fits(changeRow(rows, at, { ...row, is })),
              up: at > 0 && fits(moveRow(rows, at, -1)),
              down: at < rows.length - 1 && fits(moveRow(rows, at, 1)),
            }}
            removable={fits(removeRow(rows, at))}
            onChange={(next) => onChange(changeRow(rows, at, next))}
            onMove={(by) => move(at, by)}
            onRemove={() => remove(at)}
          />
        ))}
      </ol>
      {full ? (
        <p class="field-help">This is as long as a funnel can be. Take a step away to add another.</p>
      ) : (
        <EventChoice
          label="Add a step"
          value=""
          placeholder={`Add a step: search ${offer.events.length.toLocaleString("en-GB")} events`}
          events={offer.events}
          onChoose={(event) => {
            if (event !== null) onChange(addRow(rows, event));
          }}
        />
      )}
      <p class="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}

function wordsAt(rows: readonly FunnelRow[], at: number): string {
  const row = rows[at];
  return row === undefined ? "" : rowWords(row);
}

/** The button of that kind, or the first that can be pressed where it cannot. */
function focusPart(line: Element | undefined, part: string): void {
  const buttons = [...(line?.querySelectorAll<HTMLButtonElement>("[data-part]:not(:disabled)") ?? [])];
  (buttons.find((button) => button.dataset["part"] === part) ?? buttons[0])?.focus();
}
