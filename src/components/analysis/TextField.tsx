import { useEffect, useId, useState } from "preact/hooks";
import type { AnyValue, Setting } from "../../view/settings";

interface TextFieldProps {
  readonly setting: Extract<Setting, { kind: "text" | "items" }>;
  readonly value: AnyValue;
  readonly onChange: (value: AnyValue) => void;
}

/** A text to type, or a list with one entry per line; what cannot be read is said and changes nothing. */
export function TextField({ setting, value, onChange }: TextFieldProps) {
  const id = useId();
  const written = typeof value === "object" ? value.join("\n") : String(value);
  const [typed, setTyped] = useState(written);
  useEffect(() => setTyped(written), [written]);
  const read = readTyped(setting, typed);
  const shared = {
    id,
    class: "input",
    value: typed,
    "aria-describedby": `${id}-help`,
    "aria-invalid": read === null,
    onInput: (event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value),
    onChange: () => {
      if (read !== null) onChange(read);
    },
  };
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {setting.label}
      </label>
      {setting.kind === "items" ? <textarea rows={3} {...shared} /> : <input type="text" {...shared} />}
      <p class="field-help" id={`${id}-help`}>
        {read === null ? "This cannot be read, so the last choice stays. " : ""}
        {setting.help}
        {setting.kind === "items" ? " One per line." : ""}
      </p>
    </div>
  );
}

/** What was typed as the setting's value; null where the setting does not take it. */
function readTyped(setting: TextFieldProps["setting"], typed: string): AnyValue | null {
  if (setting.kind === "text") {
    const text = typed.trim();
    return text === setting.default || (text.length <= setting.longest && setting.accepts(text)) ? text : null;
  }
  const items = typed
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const taken = items.length <= setting.most && items.every((item) => setting.accepts(item));
  return taken && new Set(items).size === items.length ? items : null;
}
