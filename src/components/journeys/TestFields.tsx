import { useState } from "preact/hooks";
import type { FunnelOffer } from "../../analyses/analysis";
import type { StepTest } from "../../view/funnel-step";
import { Icon } from "../shell/Icon";
import { ConditionForm } from "./ConditionForm";
import { ANY_EVENT, EventChoice } from "./EventChoice";
import { conditionOf, eventOf, testOf } from "./funnel-rows";
import { conditionWords, testWords } from "./funnel-words";
import { useFocusBack } from "./use-focus";

interface TestFieldsProps {
  readonly test: StepTest;
  /** The line it belongs to: “Step 2”. */
  readonly line: string;
  readonly offer: FunnelOffer;
  readonly onChange: (test: StepTest) => void;
  /** Null where it is the line's only one. */
  readonly onRemove: (() => void) | null;
}

/** One event that reaches a step, and the condition that narrows it. */
export function TestFields({ test, line, offer, onChange, onRemove }: TestFieldsProps) {
  const [asking, setAsking] = useState(false);
  const [event, condition] = [eventOf(test), conditionOf(test)];
  const set = (next: StepTest | null) => {
    setAsking(false);
    if (next !== null) onChange(next);
  };
  const ask = () => setAsking(!asking);
  const opener = useFocusBack<HTMLButtonElement>(asking);
  return (
    <div class="test-fields">
      <EventChoice
        label={`${line}, event`}
        value={event ?? ANY_EVENT}
        events={offer.events}
        any={condition !== null}
        onChoose={(chosen) => set(testOf(chosen, condition))}
      />
      {condition === null ? (
        <button
          ref={opener}
          type="button"
          class="text-button"
          aria-label={`${line}: ${event ?? ""} with …`}
          onClick={ask}
        >
          with …
        </button>
      ) : (
        <span class="chip">
          <button
            ref={opener}
            type="button"
            class="text-button"
            aria-label={`Change: with ${conditionWords(condition)}`}
            onClick={ask}
          >
            {`with ${conditionWords(condition)}`}
          </button>
          {event !== null && (
            <button
              type="button"
              class="chip-close"
              aria-label={`Take away: ${conditionWords(condition)}`}
              onClick={() => set(testOf(event, null))}
            >
              <Icon name="close" size={16} />
            </button>
          )}
        </span>
      )}
      {onRemove !== null && (
        <button type="button" class="icon-button" aria-label={`${line}: without ${testWords(test)}`} onClick={onRemove}>
          <Icon name="close" size={16} />
        </button>
      )}
      {asking && (
        <ConditionForm
          of={event ?? ANY_EVENT}
          condition={condition}
          columns={offer.columns}
          onSet={(next) => set(testOf(event, next))}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
