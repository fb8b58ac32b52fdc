import { useState } from "preact/hooks";
import type { FunnelOffer } from "../../analyses/analysis";
import { Icon } from "../shell/Icon";
import { EventChoice } from "./EventChoice";
import type { FunnelRow } from "./funnel-rows";
import { rowWords } from "./funnel-words";
import { TestFields } from "./TestFields";
import { useFocusBack } from "./use-focus";

interface FunnelLineProps {
  readonly row: FunnelRow;
  /** Its place among the steps, 1-based; of an exclusion, null. */
  readonly number: number | null;
  readonly offer: FunnelOffer;
  /** Whether a change would leave a funnel. */
  readonly can: { readonly is: (is: FunnelRow["is"]) => boolean; readonly up: boolean; readonly down: boolean };
  readonly removable: boolean;
  readonly onChange: (row: FunnelRow) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One line of the funnel: its events, what kind of step it is, and its place. */
export function FunnelLine({ row, number, offer, can, removable, onChange, onMove, onRemove }: FunnelLineProps) {
  const [adding, setAdding] = useState(false);
  const opener = useFocusBack<HTMLButtonElement>(adding);
  const line = number === null ? "Exclusion" : `Step ${number}`;
  const words = rowWords(row);
  const { tests } = row;
  const keys = (event: KeyboardEvent) => {
    const by = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key];
    if (by === undefined || !event.altKey || !(by < 0 ? can.up : can.down)) return;
    event.preventDefault();
    onMove(by);
  };
  return (
    <li class={`funnel-line funnel-line-${row.is}`} aria-label={`${line}: ${words}`} onKeyDown={keys}>
      <span class="funnel-number tabular" aria-hidden="true">
        {number ?? "not"}
      </span>
      <div class="funnel-tests">
        {tests.map((test, at) => (
          <TestFields
            key={at}
            {...{ test, offer }}
            line={tests.length === 1 ? line : `${line}, choice ${at + 1}`}
            onChange={(next) => onChange({ ...row, tests: tests.map((own, place) => (place === at ? next : own)) })}
            onRemove={
              tests.length === 1 ? null : () => onChange({ ...row, tests: tests.filter((_, place) => place !== at) })
            }
          />
        ))}
        {adding ? (
          <EventChoice
            label={`${line}, another event`}
            value=""
            placeholder="or …"
            events={offer.events}
            autoFocus
            onLeave={() => setAdding(false)}
            onChoose={(event) => {
              setAdding(false);
              if (event !== null) onChange({ ...row, tests: [...tests, { is: "event", event }] });
            }}
          />
        ) : (
          <button
            ref={opener}
            type="button"
            class="text-button"
            aria-label={`${line}: or another event`}
            onClick={() => setAdding(true)}
          >
            or …
          </button>
        )}
      </div>
      <span class="funnel-kinds">
        {KINDS.map(({ is, label, title }) => (
          <label key={is} class="tick" title={title}>
            <input
              type="checkbox"
              checked={row.is === is}
              disabled={!can.is(row.is === is ? "step" : is)}
              aria-label={`${line}, ${words}: ${label.toLowerCase()}`}
              onChange={(event) => onChange({ ...row, is: event.currentTarget.checked ? is : "step" })}
            />
            <span class="tick-word">{label}</span>
          </label>
        ))}
      </span>
      <span class="funnel-moves">
        <MoveButton part="up" label={`Move ${words} up`} disabled={!can.up} onPress={() => onMove(-1)} />
        <MoveButton part="down" label={`Move ${words} down`} disabled={!can.down} onPress={() => onMove(1)} />
        <MoveButton part="close" label={`Take ${words} away`} disabled={!removable} onPress={onRemove} />
      </span>
    </li>
  );
}

const KINDS = [
  { is: "optional", label: "Optional", title: "Nobody is held back by it." },
  {
    is: "exclusion",
    label: "Excluded",
    title: "Ends an attempt where it comes between the steps above and below it; above all steps, anywhere.",
  },
] as const;

interface MoveButtonProps {
  readonly part: "up" | "down" | "close";
  readonly label: string;
  readonly disabled: boolean;
  readonly onPress: () => void;
}

function MoveButton({ part, label, disabled, onPress }: MoveButtonProps) {
  return (
    <button
      type="button"
      class="icon-button"
      data-part={part}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onPress}
    >
      <Icon name={part} size={16} />
    </button>
  );
}
