import type { Session } from "../../session/session";
import type { SealEvidence } from "../../session/seal-evidence";
import { clock } from "./seal-words";

interface SealFiguresProps {
  readonly evidence: SealEvidence;
  readonly session: Session | null;
}

/** The four numbers of the seal, live: they change in front of whoever reads them, if they change at all. */
export function SealFigures({ evidence, session }: SealFiguresProps) {
  const refused = evidence.checks.filter((check) => check.refused).length;
  const requests = evidence.since.requests.value.length;
  const opened = session?.opened.value ?? null;
  const figures = [
    ["Sealed at", clock(evidence.at), "before any file could be opened"],
    ["Ways out refused", `${refused} of ${evidence.checks.length}`, "tried by this page when it started"],
    ["Requests since the seal", String(requests), "as the browser counts them"],
    [
      "Open now",
      opened === null ? "No file" : opened.label,
      opened === null ? "drop one anywhere" : "read on this device",
    ],
  ] as const;
  return (
    <dl class="seal-figures" aria-label="The seal in numbers">
      {figures.map(([label, value, note]) => (
        <div key={label} class="card">
          <dt>{label}</dt>
          <dd class="seal-figure tabular" aria-live={label.startsWith("Requests") ? "polite" : undefined}>
            {value}
          </dd>
          <dd class="seal-note">{note}</dd>
        </div>
      ))}
    </dl>
  );
}
