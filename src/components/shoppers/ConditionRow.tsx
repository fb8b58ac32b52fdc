import { isThreshold, KIND_OPERATORS, type KindCondition } from "../../view/kind-rules";
import type { OfferedFeature } from "../../view/kinds-offer";
import { Icon } from "../shell/Icon";
import { TypedInput } from "../shell/TypedInput";
import { shownNumber, typedNumber } from "./kind-edits";

interface ConditionRowProps {
  /** What it belongs to, for names of controls: “condition 1 of Loyal”. */
  readonly name: string;
  readonly condition: KindCondition;
  readonly features: readonly OfferedFeature[];
  /** What a percentile came to, in words; empty where it is not known. */
  readonly came: string;
  readonly removable: boolean;
  readonly onChange: (condition: KindCondition) => void;
  readonly onRemove: () => void;
}

const OPERATOR_LABELS = {
  ">=": "at least",
  "<=": "at most",
  ">": "more than",
  "<": "less than",
  "=": "exactly",
  "!=": "not",
} as const;

/** One condition: which feature, how it is compared, with what number or percentile. */
export function ConditionRow({ name, condition, features, came, removable, onChange, onRemove }: ConditionRowProps) {
  const { feature, operator, threshold } = condition;
  const own = features.find(({ key }) => key === feature);
  const percent = threshold.by === "percentile";
  const share = own?.share === true && !percent;
  const take = (typed: number) => {
    const next = { ...threshold, value: typedNumber(typed, share) };
    if (isThreshold(next)) onChange({ ...condition, threshold: next });
  };
  return (
    <li class="condition-row">
      <select
        class="input"
        aria-label={`Feature, ${name}`}
        value={feature}
        onChange={(event) => onChange({ ...condition, feature: event.currentTarget.value })}
      >
        {own === undefined && <option value={feature}>{feature}</option>}
        {features.map(({ key, label, why }) => (
          <option key={key} value={key} disabled={why !== null && key !== feature}>
            {why === null ? label : `${label} (not in this log)`}
          </option>
        ))}
      </select>
      <select
        class="input"
        aria-label={`Comparison, ${name}`}
        value={operator}
        onChange={(event) => {
          const next = KIND_OPERATORS.find((one) => one === event.currentTarget.value);
          if (next !== undefined) onChange({ ...condition, operator: next });
        }}
      >
        {KIND_OPERATORS.map((one) => (
          <option key={one} value={one}>
            {OPERATOR_LABELS[one]}
          </option>
        ))}
      </select>
      <TypedInput
        class="input input-number"
        type="number"
        step="any"
        aria-label={`Threshold, ${name}`}
        value={String(shownNumber(threshold.value, share))}
        onTake={(text) => take(text === "" ? NaN : Number(text))}
      />
      <select
        class="input"
        aria-label={`Unit of the threshold, ${name}`}
        value={threshold.by}
        onChange={(event) => {
          const by = event.currentTarget.value === "percentile" ? "percentile" : "number";
          onChange({ ...condition, threshold: { by, value: by === "percentile" ? 75 : 1 } });
        }}
      >
        <option value="number">{own?.share === true ? "%" : "as a number"}</option>
        <option value="percentile">percentile of all</option>
      </select>
      <span class="condition-came">{percent && came !== "" ? `= ${came}` : ""}</span>
      <button
        type="button"
        class="icon-button"
        aria-label={`Take ${name} away`}
        title={removable ? "Take it away" : "One condition must stay"}
        disabled={!removable}
        onClick={onRemove}
      >
        <Icon name="close" size={16} />
      </button>
    </li>
  );
}
