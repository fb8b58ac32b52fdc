import type { FeatureOffer } from "../../session/session";
import { featureText, readFeature } from "../../view/feature-text";
import type { Option } from "../../view/settings";
import { Icon } from "../shell/Icon";
import { TypedInput } from "../shell/TypedInput";

interface FeatureRowProps {
  readonly text: string;
  readonly offer: FeatureOffer;
  readonly removable: boolean;
  readonly onChange: (text: string) => void;
  readonly onRemove: () => void;
}

/** One feature: what of its column, how a word becomes numbers, how numbers are changed, and how much it counts. */
export function FeatureRow({ text, offer, removable, onChange, onRemove }: FeatureRowProps) {
  const spec = readFeature(text);
  if (spec === null) return null;
  const { measures, encodings, transforms, hint } = offer.choices(text);
  const label = offer.words(text);
  return (
    <li class="feature-row">
      <span class="feature-name">
        {label}
        {hint !== null && <span class="field-help">{hint}</span>}
      </span>
      <Choice
        label={`What of ${label}`}
        value={spec.measure}
        options={measures}
        onChange={(measure) => onChange(featureText({ ...spec, measure: measure as typeof spec.measure }))}
      />
      <Choice
        label={`How ${label} becomes numbers`}
        value={spec.encoding}
        options={encodings}
        onChange={(encoding) => onChange(featureText({ ...spec, encoding: encoding as typeof spec.encoding }))}
      />
      <Choice
        label={`How ${label} is changed`}
        value={spec.transform}
        options={transforms}
        onChange={(transform) => onChange(featureText({ ...spec, transform: transform as typeof spec.transform }))}
      />
      <label class="feature-weight">
        <span>Weight</span>
        <TypedInput
          class="input input-number"
          type="number"
          min={0.1}
          max={100}
          step={0.1}
          aria-label={`Weight of ${label}`}
          value={String(spec.weight)}
          onTake={(typed) => {
            const weight = Number(typed);
            if (weight >= 0.1 && weight <= 100) onChange(featureText({ ...spec, weight }));
          }}
        />
      </label>
      <button
        type="button"
        class="icon-button"
        aria-label={`Take ${label} away`}
        title={removable ? "Take it away" : "One feature must stay"}
        disabled={!removable}
        onClick={onRemove}
      >
        <Icon name="close" size={16} />
      </button>
    </li>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
}

/** A select where there is a choice. */
function Choice({ label, value, options, onChange }: ChoiceProps) {
  if (options.length < 2) return <span class="feature-fixed">{options[0]?.label ?? ""}</span>;
  return (
    <select class="input" aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
