import type { Option } from "../../view/settings";

interface TicksFieldProps {
  readonly label: string;
  readonly help: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  /** At least so many stay chosen. */
  readonly min: number;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Several of a few. The last ones that are needed cannot be taken away. */
export function TicksField({ label, help, options, chosen, min, onChange }: TicksFieldProps) {
  const toggle = (value: string, on: boolean) =>
    onChange(options.map((option) => option.value).filter((other) => (other === value ? on : chosen.includes(other))));
  return (
    <fieldset class="field">
      <legend class="field-label">
        {label}
        <span class="field-count">{`${chosen.length} of ${options.length}`}</span>
      </legend>
      <div class="tick-grid">
        {options.map((option) => {
          const on = chosen.includes(option.value);
          return (
            <label class="tick" key={option.value}>
              <input
                type="checkbox"
                checked={on}
                disabled={on && chosen.length <= min}
                onChange={(event) => toggle(option.value, event.currentTarget.checked)}
              />
              <span class="tick-word">{option.label}</span>
            </label>
          );
        })}
      </div>
      <p class="field-help">{help}</p>
    </fieldset>
  );
}
