import type { JSX } from "preact";
import { useState } from "preact/hooks";

interface Props {
  readonly column: string;
  readonly name: string;
  /** True while the role is not set yet: the field then takes the focus and can be left with Escape. */
  readonly asking: boolean;
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
}

/** The application whose traffic a column carries, as a field that applies on Enter or when left. */
export function ApplicationName({ column, name, asking, onName, onCancel }: Props): JSX.Element {
  const [typed, setTyped] = useState(name);
  const apply = (): void => {
    const wanted = typed.trim();
    if (wanted === "") setTyped(name);
    else if (asking || wanted !== name) onName(wanted);
  };
  return (
    <form
      class="dp-application"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <input
        aria-label={`Application of ${column}`}
        value={typed}
        maxLength={80}
        ref={(field) => {
          if (asking) field?.focus();
        }}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && asking) onCancel();
        }}
        onBlur={() => {
          if (!asking) apply();
        }}
      />
      {asking && <button type="submit">Use</button>}
      {asking && (
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      )}
    </form>
  );
}
