import type { AnyValue, Option, Setting } from "../../view/settings";
import { ChoiceField } from "./ChoiceField";
import { NumberField } from "./NumberField";
import { TextField } from "./TextField";
import { TicksField } from "./TicksField";

interface SettingFieldProps {
  readonly setting: Setting;
  readonly value: AnyValue;
  /** Said behind an option, by its value: what it would cost. */
  readonly notes?: ReadonlyMap<string, string> | undefined;
  readonly onChange: (value: AnyValue) => void;
}

/** The control a setting asks for by its kind; lists and texts are edited on their page. */
export function SettingField({ setting, value, notes, onChange }: SettingFieldProps) {
  const { label, help } = setting;
  switch (setting.kind) {
    case "integer":
    case "number":
      return (
        <NumberField
          {...{ label, help, onChange }}
          value={Number(value)}
          min={setting.min}
          max={setting.max}
          step={setting.kind === "number" ? setting.step : 1}
        />
      );
    case "choice":
      return (
        <ChoiceField {...{ label, help, onChange }} value={String(value)} options={withNotes(setting.options, notes)} />
      );
    case "choices":
      return (
        <TicksField
          {...{ label, help, onChange }}
          options={setting.options}
          chosen={Array.isArray(value) ? (value as readonly string[]) : setting.default}
          min={setting.min}
        />
      );
    case "items":
    case "text":
      return setting.edited === true ? null : <TextField {...{ setting, value, onChange }} />;
    case "toggle":
      return (
        <div class="field">
          <label class="tick">
            <input
              type="checkbox"
              checked={value === true}
              onChange={(event) => onChange(event.currentTarget.checked)}
            />
            <span class="tick-word">{label}</span>
          </label>
          <p class="field-help">{help}</p>
        </div>
      );
  }
}

function withNotes(options: readonly Option[], notes: ReadonlyMap<string, string> | undefined): readonly Option[] {
  if (notes === undefined) return options;
  return options.map(({ value, label }) => {
    const note = notes.get(value);
    return { value, label: note === undefined ? label : `${label} · ${note}` };
  });
}
