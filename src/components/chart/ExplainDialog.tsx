import { useState } from "preact/hooks";
import type { Explain } from "../../charts/figure";
import { Dialog } from "../shell/Dialog";
import { explainText } from "./explain-text";

interface ExplainDialogProps {
  readonly title: string;
  readonly explain: Explain;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** How a number was made: in words, with its algorithm's parameters and its SQL, ready to copy. */
export function ExplainDialog({ title, explain, open, onClose }: ExplainDialogProps) {
  const parameters = Object.entries(explain.parameters ?? {});
  return (
    <Dialog
      open={open}
      title={title}
      kind="centre"
      onClose={onClose}
      footer={<CopyButton text={explainText(title, explain)} />}
    >
      <div class="fig-explain">
        <p>{explain.text}</p>
        {parameters.length > 0 && (
          <dl class="fig-parameters">
            {parameters.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{String(value)}</dd>
              </div>
            ))}
          </dl>
        )}
        {explain.sql !== undefined && (
          <pre class="fig-sql" tabIndex={0} aria-label="SQL">
            <code>{explain.sql}</code>
          </pre>
        )}
      </div>
    </Dialog>
  );
}

function CopyButton({ text }: { readonly text: string }) {
  const [said, setSaid] = useState("Copy");
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid("Copied");
    } catch {
      // The browser refuses the clipboard without focus or permission: the text can still be selected by hand.
      setSaid("Select the text to copy it");
    }
  };
  return (
    <button type="button" class="button" aria-live="polite" onClick={() => void copy()}>
      {said}
    </button>
  );
}
