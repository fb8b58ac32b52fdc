import type { FeatureOffer } from "../../session/session";
import { featureText, readFeature } from "../../view/feature-text";
import { FeatureRow } from "./FeatureRow";

interface FeatureListProps {
  readonly offer: FeatureOffer;
  /** Texts of the features in use. */
  readonly used: readonly string[];
  /** They are the table's own suggestion. */
  readonly suggested: boolean;
  readonly onChange: (features: readonly string[]) => void;
}

/** Every feature with how it is made, to change, take away and add to. An empty list means the suggestion. */
export function FeatureList({ offer, used, suggested, onChange }: FeatureListProps) {
  const free = offer.features.filter(({ text }) => !used.some((own) => sourceOf(own) === sourceOf(text)));
  const replace = (at: number, text: string) => {
    const next = used.map((own, place) => (place === at ? text : own));
    if (new Set(next).size === next.length) onChange(next);
  };
  return (
    <div class="feature-list">
      <ul role="list" aria-label="Features in use">
        {used.map((text, at) => (
          <FeatureRow
            key={text}
            text={text}
            offer={offer}
            removable={used.length > 1}
            onChange={(changed) => replace(at, changed)}
            onRemove={() => onChange(used.filter((_, place) => place !== at))}
          />
        ))}
      </ul>
      <div class="feature-add">
        <label>
          <span class="visually-hidden">Add a feature</span>
          <select
            class="input"
            value=""
            onChange={(event) => {
              const { value } = event.currentTarget;
              event.currentTarget.value = "";
              if (value !== "") onChange([...used, value]);
            }}
          >
            <option value="">{free.length === 0 ? "Every column is in use" : "Add a feature …"}</option>
            {free.map(({ text, label, kind }) => (
              <option key={text} value={text}>
                {`${label} (${kind})`}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="button" disabled={suggested} onClick={() => onChange([])}>
          Use the suggested ones
        </button>
      </div>
    </div>
  );
}

/** What a feature is made from, whatever is done to it. */
function sourceOf(text: string): string {
  const spec = readFeature(text);
  return spec === null
    ? text
    : featureText({ ...spec, measure: "count", encoding: "number", transform: "none", weight: 1 });
}
