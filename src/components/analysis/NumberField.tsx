import { useId } from "preact/hooks";
import { format } from "../../charts/format";
import { TypedInput } from "../shell/TypedInput";
import { useDebounced } from "./use-debounced";

interface NumberFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly unit?: string;
  readonly onChange: (value: number) => void;
}

/** More places than this are typed, fewer are slid. */
const SLIDER_PLACES = 100;

const inFull = (bound: number): string => format(bound, "number", "full");

/** A number within its bounds: a slider with the number beside it where the range is short, else a field to type in. */
export function NumberField({ label, help, value, min, max, step, unit, onChange }: NumberFieldProps) {
  const id = useId();
  const [shown, change] = useDebounced(value, onChange);
  const slides = (max - min) / step <= SLIDER_PLACES;
  const take = (text: string) => {
    const typed = Number(text);
    if (text.trim() === "" || !Number.isFinite(typed)) return;
    change(Math.min(max, Math.max(min, Math.round((typed - min) / step) * step + min)));
  };
  const bounds = { min, max, step };
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
        {unit !== undefined && <span class="field-unit"> ({unit})</span>}
      </label>
      <div class="field-number">
        {slides && (
          <input
            type="range"
            class="slider"
            aria-label={`${label}, slider`}
            {...bounds}
            value={shown}
            onInput={(event) => change(event.currentTarget.valueAsNumber)}
          />
        )}
        <TypedInput
          id={id}
          type="number"
          class="input input-number"
          inputMode="decimal"
          {...bounds}
          value={String(shown)}
          aria-describedby={help === undefined ? undefined : `${id}-help`}
          onTake={take}
        />
      </div>
      {help !== undefined && (
        <p class="field-help" id={`${id}-help`}>
          {help} <span class="field-range">{`${inFull(min)} to ${inFull(max)}.`}</span>
        </p>
      )}
    </div>
  );
}
