import type { AnyValue, Setting } from "../../view/settings";
import { ChoiceField } from "./ChoiceField";
import { NumberField } from "./NumberField";
import { TicksField } from "./TicksField";

interface SettingFieldProps {
  readonly setting: Setting;
  readonly value: AnyValue;
  readonly onChange: (value: AnyValue) => void;
}

/** The control a setting asks for by its kind; lists and texts are edited on their page. */
export function SettingField({ setting, value, onChange }: SettingFieldProps) {
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
      return <ChoiceField {...{ label, help, onChange }} value={String(value)} options={setting.options} />;
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
      return null;
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
