import { useState } from "preact/hooks";
import type { Finding } from "../../analyses/analysis";
import { Icon } from "../shell/Icon";
import { ExplainDialog } from "./ExplainDialog";
import { LookLink } from "./LookLink";
import { unbroken } from "./unbroken";
import "./chart.css";

interface FindingListProps {
  readonly findings: readonly Finding[];
}

/** What the data says, sentence by sentence; each can be asked how it is known. */
export function FindingList({ findings }: FindingListProps) {
  if (findings.length === 0) return null;
  return (
    <ul class="fig-findings" role="list">
      {findings.map((finding) => (
        <FindingItem key={finding.text} finding={finding} />
      ))}
    </ul>
  );
}

function FindingItem({ finding }: { readonly finding: Finding }) {
  const [open, setOpen] = useState(false);
  return (
    <li class={`fig-finding fig-finding-${finding.level}`}>
      <Icon name={finding.level === "caution" ? "warning" : "check"} size={16} />
      <p>
        {unbroken(finding.text)}{" "}
        <LookLink look={finding.look} class="fig-why">
          {finding.look === undefined ? null : "Show it"}
        </LookLink>{" "}
        <button type="button" class="fig-why" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          How is this known?
        </button>
      </p>
      <ExplainDialog title="How this is known" explain={finding.explain} open={open} onClose={() => setOpen(false)} />
    </li>
  );
}
