import { useId, useState } from "preact/hooks";
import type { FunnelOffer } from "../../analyses/analysis";
import { format } from "../../charts/format";
import { eventMatches, MOST_LISTED } from "./event-matches";
import { useFocus } from "./use-focus";

interface EventChoiceProps {
  readonly label: string;
  /** What is chosen; empty where nothing is yet. */
  readonly value: string;
  readonly placeholder?: string;
  readonly events: FunnelOffer["events"];
  /** “Any event” can be chosen. */
  readonly any?: boolean;
  readonly autoFocus?: boolean;
  /** Null for any event. */
  readonly onChoose: (event: string | null) => void;
  /** The person left without choosing. */
  readonly onLeave?: () => void;
}

export const ANY_EVENT = "any event";

interface Offered {
  readonly event: string | null;
  readonly words: string;
  readonly n: number | null;
}

/** One of the log's events, found by typing some of its letters: arrows walk the list, Enter takes, Escape leaves. */
export function EventChoice(props: EventChoiceProps) {
  const { label, value, placeholder, events, any = false, autoFocus = false, onChoose, onLeave } = props;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(autoFocus ? "" : null);
  const input = useFocus<HTMLInputElement>(autoFocus);
  const [active, setActive] = useState(0);
  const offered = typed === null ? [] : offeredOf(events, typed === value ? "" : typed, any);
  const close = () => {
    setTyped(null);
    onLeave?.();
  };
  const take = (one: Offered | undefined) => {
    if (one === undefined) return;
    setTyped(null);
    setActive(0);
    onChoose(one.event);
  };
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && !event.altKey) {
      event.preventDefault();
      if (typed === null) setTyped(value);
      else setActive(Math.min(offered.length - 1, Math.max(0, active + step)));
    } else if (event.key === "Enter") {
      event.preventDefault();
      take(offered[active]);
    } else if (event.key === "Escape" && typed !== null) {
      event.stopPropagation();
      close();
    }
  };
  return (
    <div class="event-choice">
      <input
        ref={input}
        type="text"
        role="combobox"
        class="input"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={offered.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={offered.length > 0 ? `${id}-${active}` : undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder={placeholder}
        value={typed ?? value}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => setTyped(typed ?? value)}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={keys}
        onBlur={close}
      />
      {offered.length > 0 && (
        <ul id={`${id}-list`} role="listbox" class="event-list" aria-label={label}>
          {offered.map((one, place) => (
            <li
              key={one.words}
              id={`${id}-${place}`}
              role="option"
              aria-selected={place === active}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(one)}
            >
              <span>{one.words}</span>
              {one.n !== null && <span class="event-count tabular">{format(one.n, "count", "full")}</span>}
            </li>
          ))}
        </ul>
      )}
      {typed !== null && typed !== "" && offered.length === 0 && (
        <span class="field-help" role="status">
          No event of the file is called so.
        </span>
      )}
      {offered.length >= MOST_LISTED && <span class="visually-hidden">Type to see others.</span>}
    </div>
  );
}

function offeredOf(events: FunnelOffer["events"], typed: string, any: boolean): readonly Offered[] {
  const found = eventMatches(events, typed).map(({ label, n }) => ({ event: label, words: label, n }));
  return any && ANY_EVENT.includes(typed.toLowerCase())
    ? [...found, { event: null, words: ANY_EVENT, n: null }]
    : found;
}
