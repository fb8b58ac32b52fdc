import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";
import type { LedgerSample, LedgerStep } from "../../data/ledger";
import { format } from "../../charts/format";
import { affectedWords } from "./affected-words";

interface Props {
  readonly step: LedgerStep;
  readonly onSwitch: (enabled: boolean) => void;
  /** What else can be done about it. */
  readonly children?: ComponentChildren;
}

/** One step of the cleaning: its sentence, how much it touched, examples, and its switch. */
export function LedgerEntry({ step, onSwitch, children }: Props): JSX.Element {
  const id = useId();
  const state = !step.enabled ? " dp-step-off" : step.affected === 0 ? " dp-step-idle" : "";
  return (
    <li class={`dp-step${state}`}>
      <div class="dp-step-head">
        <h3 id={id}>{step.title}</h3>
        <span class="dp-badge">{step.enabled ? affectedWords(step) : "off"}</span>
        {step.switchable && (
          <input
            type="checkbox"
            role="switch"
            class="dp-switch"
            aria-labelledby={id}
            checked={step.enabled}
            onChange={(event) => onSwitch(event.currentTarget.checked)}
          />
        )}
      </div>
      <p>{step.text}</p>
      {children}
      {step.samples.length > 0 && (
        <details>
          <summary>Show examples</summary>
          <Samples samples={step.samples} title={step.title} />
        </details>
      )}
    </li>
  );
}

function Samples({ samples, title }: { samples: readonly LedgerSample[]; title: string }): JSX.Element {
  return (
    <div class="dp-samples" role="region" tabIndex={0} aria-label={`Examples: ${title}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Column</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {samples.map((sample, index) => (
            <tr key={index}>
              <td class="dp-number">{format(sample.row, "count", "full")}</td>
              <td dir="auto">{sample.column}</td>
              <td dir="auto">{sample.before}</td>
              <td dir="auto">{sample.after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
