import { useId } from "preact/hooks";
import type { Option } from "../../view/settings";

interface ChoiceFieldProps {
  readonly label: string;
  readonly help: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
}

/** One of a few. */
export function ChoiceField({ label, help, value, options, onChange }: ChoiceFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <select
        id={id}
        class="input"
        value={value}
        aria-describedby={`${id}-help`}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <p class="field-help" id={`${id}-help`}>
        {help}
      </p>
    </div>
  );
}
