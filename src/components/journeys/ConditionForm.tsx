import { useState } from "preact/hooks";
import type { Condition } from "../../view/funnel-step";
import { OPERATOR_OPTIONS, operatorOf } from "./funnel-words";
import { useFocus } from "./use-focus";

interface ConditionFormProps {
  /** What it narrows, in words. */
  readonly of: string;
  readonly condition: Condition | null;
  readonly columns: readonly string[];
  readonly onSet: (condition: Condition) => void;
  readonly onClose: () => void;
}

/** A column, a comparison and a value; nothing changes before they are set together. */
export function ConditionForm({ of, condition, columns, onSet, onClose }: ConditionFormProps) {
  const first = useFocus<HTMLSelectElement>(true);
  const [column, setColumn] = useState(condition?.column ?? columns[0] ?? "");
  const [operator, setOperator] = useState(condition?.operator ?? "=");
  const [value, setValue] = useState(condition?.value ?? "");
  const listed = columns.includes(column) ? columns : [column, ...columns];
  return (
    <form
      class="condition-form"
      aria-label={`Condition of ${of}`}
      onSubmit={(event) => {
        event.preventDefault();
        onSet({ column, operator, value: value.trim() });
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      <select
        ref={first}
        class="input"
        aria-label="Column"
        value={column}
        onChange={(event) => setColumn(event.currentTarget.value)}
      >
        {listed.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
      <select
        class="input"
        aria-label="Comparison"
        value={operator}
        onChange={(event) => setOperator(operatorOf(event.currentTarget.value))}
      >
        {OPERATOR_OPTIONS.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <input
        type="text"
        class="input"
        aria-label="Value"
        placeholder="Value"
        value={value}
        onInput={(event) => setValue(event.currentTarget.value)}
      />
      <button type="submit" class="button">
        Set
      </button>
      <button type="button" class="button" onClick={onClose}>
        Cancel
      </button>
    </form>
  );
}
