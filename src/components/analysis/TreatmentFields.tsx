import type { Treatment } from "../../workers/contract";
import { ChoiceField } from "./ChoiceField";
import { NumberField } from "./NumberField";

interface TreatmentFieldsProps {
  readonly treatment: Treatment;
  readonly onChange: (treatment: Treatment) => void;
}

const MISSING = [
  { value: "mean", label: "Fill with the mean" },
  { value: "median", label: "Fill with the median" },
  { value: "mode", label: "Fill with the most frequent value" },
  { value: "zero", label: "Fill with zero" },
  { value: "drop", label: "Leave the customer out" },
] as const;

const OUTLIERS = [
  { value: "winsorise", label: "Winsorise at percentiles" },
  { value: "fence", label: "Cap at the IQR fence" },
  { value: "mean", label: "Replace by the mean" },
  { value: "drop", label: "Leave the customer out" },
  { value: "keep", label: "Keep as they are" },
] as const;

const SCALING = [
  { value: "zscore", label: "z-score" },
  { value: "minmax", label: "Min-max, 0 to 1" },
  { value: "robust", label: "Robust: median and IQR" },
  { value: "log-zscore", label: "log(1 + x), then z-score" },
  { value: "none", label: "None" },
] as const;

/** How values are prepared before distances are measured. The same on every page. */
export function TreatmentFields({ treatment, onChange }: TreatmentFieldsProps) {
  const { outliers } = treatment;
  const pick = <Value extends string>(
    options: readonly { readonly value: Value }[],
    value: string,
    use: (value: Value) => void,
  ) => {
    const found = options.find((option) => option.value === value);
    if (found !== undefined) use(found.value);
  };
  return (
    <>
      <ChoiceField
        label="Missing values"
        help="What stands in for a value that a customer does not have."
        value={treatment.missing}
        options={MISSING}
        onChange={(value) => pick(MISSING, value, (missing) => onChange({ ...treatment, missing }))}
      />
      <ChoiceField
        label="Outliers"
        help="What happens to extreme values. Top lists and totals always use the values as they are."
        value={outliers.method}
        options={OUTLIERS}
        onChange={(value) =>
          pick(OUTLIERS, value, (method) =>
            onChange({ ...treatment, outliers: method === "winsorise" ? { method, low: 1, high: 99 } : { method } }),
          )
        }
      />
      {outliers.method === "winsorise" && (
        <div class="field-pair">
          <NumberField
            label="Lower percentile"
            value={outliers.low}
            {...{ min: 0, max: 49, step: 0.5 }}
            onChange={(low) => onChange({ ...treatment, outliers: { ...outliers, low } })}
          />
          <NumberField
            label="Upper percentile"
            value={outliers.high}
            {...{ min: 51, max: 100, step: 0.5 }}
            onChange={(high) => onChange({ ...treatment, outliers: { ...outliers, high } })}
          />
        </div>
      )}
      <ChoiceField
        label="Scaling"
        help="Brings features to one scale, column by column, so that bytes do not drown seconds."
        value={treatment.scaling}
        options={SCALING}
        onChange={(value) => pick(SCALING, value, (scaling) => onChange({ ...treatment, scaling }))}
      />
    </>
  );
}
