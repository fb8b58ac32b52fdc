import { isKindName, MOST_CONDITIONS, type KindRule } from "../../view/kind-rules";
import type { KindsOffer, OfferedKind } from "../../view/kinds-offer";
import { Icon } from "../shell/Icon";
import { say } from "../shell/toasts";
import { TypedInput } from "../shell/TypedInput";
import { ConditionRow } from "./ConditionRow";
import { changed, firstCondition, moved, withCondition } from "./kind-edits";

interface KindRowProps {
  readonly rules: readonly KindRule[];
  readonly at: number;
  readonly offer: KindsOffer;
  /** How it came out; null where it is not computed yet. */
  readonly came: OfferedKind | null;
  readonly onChange: (rules: readonly KindRule[]) => void;
}

/** One kind: its name, its place among the others, whom it fits, and its conditions. */
export function KindRow({ rules, at, offer, came, onChange }: KindRowProps) {
  const rule = rules[at];
  if (rule === undefined) return null;
  const { name, conditions } = rule;
  const set = (next: KindRule["conditions"]) => onChange(changed(rules, at, { conditions: next }));
  const known = offer.features.find(({ why }) => why === null)?.key ?? "events";
  return (
    <li class="kind-row">
      <div class="kind-head">
        <span class="kind-place" aria-hidden="true">
          {at + 1}
        </span>
        <TypedInput
          class="input kind-name"
          type="text"
          aria-label={`Name of kind ${at + 1}`}
          value={name}
          onTake={(text) => rename(text.trim(), rules, at, onChange)}
        />
        <span class="kind-count">{came === null ? "" : countWords(came, offer.one)}</span>
        <MoveButton {...{ rules, at, name, onChange }} by={-1} />
        <MoveButton {...{ rules, at, name, onChange }} by={1} />
        <button
          type="button"
          class="icon-button"
          aria-label={`Take the kind ${name} away`}
          title={rules.length > 1 ? "Take it away" : "One kind must stay"}
          disabled={rules.length < 2}
          onClick={() => onChange(rules.toSpliced(at, 1))}
        >
          <Icon name="close" size={16} />
        </button>
      </div>
      {came !== null && came.undecided.length > 0 && (
        <p class="field-help">Cannot be told in this log. {came.undecided.join("; ")}.</p>
      )}
      <ul role="list" aria-label={`Conditions of ${name}, all of which must be met`}>
        {conditions.map((condition, place) => (
          <ConditionRow
            key={place}
            name={`condition ${place + 1} of ${name}`}
            condition={condition}
            features={offer.features}
            came={came?.thresholds[place] ?? ""}
            removable={conditions.length > 1}
            onChange={(next) => set(conditions.with(place, next))}
            onRemove={() => set(conditions.toSpliced(place, 1))}
          />
        ))}
      </ul>
      <button
        type="button"
        class="button"
        disabled={conditions.length >= MOST_CONDITIONS}
        aria-label={`Add a condition to ${name}`}
        onClick={() => set(withCondition(rule, firstCondition(known)))}
      >
        Add a condition
      </button>
    </li>
  );
}

interface MoveButtonProps extends Pick<KindRowProps, "rules" | "at" | "onChange"> {
  readonly name: string;
  readonly by: -1 | 1;
}

function MoveButton({ rules, at, name, by, onChange }: MoveButtonProps) {
  const words = by < 0 ? "earlier" : "later";
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={`Try ${name} ${words}`}
      title={`Try it ${words}`}
      disabled={rules[at + by] === undefined}
      onClick={() => onChange(moved(rules, at, by))}
    >
      <span aria-hidden="true">{by < 0 ? "↑" : "↓"}</span>
    </button>
  );
}

function rename(name: string, rules: KindRowProps["rules"], at: number, onChange: KindRowProps["onChange"]) {
  const taken = rules.some((rule, place) => place !== at && rule.name === name);
  if (!taken && isKindName(name)) return onChange(changed(rules, at, { name }));
  say(taken ? `Another kind is called “${name}”.` : "A name has 1 to 40 characters.", "problem");
}

function countWords({ n, fits }: OfferedKind, one: string): string {
  const number = (count: number): string => count.toLocaleString("en-GB");
  const own = `${number(n)} ${one}${n === 1 ? "" : "s"}`;
  return fits === n ? own : `${own} of ${number(fits)} it fits`;
}
