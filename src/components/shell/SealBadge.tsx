import { useId } from "preact/hooks";
import type { SealEvidence } from "../../session/seal-evidence";
import type { Session } from "../../session/session";
import { sealOf } from "../privacy/seal-state";
import { BADGE, clock, stateSentence } from "../privacy/seal-words";
import { Icon } from "./Icon";
import { rooted } from "./navigation";
import { follow } from "./Rail";
import { usePopover } from "./use-popover";

interface SealBadgeProps {
  readonly base: string;
  /** Null while the page still fetches its own parts. */
  readonly session: Session | null;
  /** Why the workbench could not start; null while it can. */
  readonly problem: Error | null;
  readonly onGo: (page: string) => boolean;
}

/** Whether this page can send anything, in three words; a press shows what that rests on and leads to all of it. */
export function SealBadge({ base, session, problem, onGo }: SealBadgeProps) {
  const { open, frame, toggle } = usePopover();
  const id = useId();
  const { state, evidence } = sealOf({ session, problem });
  const requests = evidence?.since.requests.value.length ?? 0;
  return (
    <div class="seal-place" ref={frame}>
      <button type="button" class={`seal seal-${state}`} aria-expanded={open} aria-controls={id} onClick={toggle}>
        <Icon name={state === "broken" || state === "leaking" ? "warning" : "privacy"} size={16} />
        <span>{BADGE[state]}</span>
      </button>
      {open && (
        <div id={id} class="seal-panel" role="group" aria-label="What this rests on">
          <p>{stateSentence(state, evidence, requests)}</p>
          {evidence !== null && state !== "broken" && <Numbers evidence={evidence} requests={requests} />}
          {state === "sealed" && <p>Turn off your network and go on: everything works.</p>}
          <a
            href={rooted(base, "privacy/")}
            onClick={(event) => {
              follow(event, "privacy", onGo);
              if (event.defaultPrevented) toggle();
            }}
          >
            See the evidence, and check it yourself
          </a>
        </div>
      )}
    </div>
  );
}

function Numbers({ evidence, requests }: { readonly evidence: SealEvidence; readonly requests: number }) {
  const refused = evidence.checks.filter((check) => check.refused).length;
  const rows = [
    ["Sealed at", clock(evidence.at)],
    ["Ways out refused", `${refused} of ${evidence.checks.length}`],
    ["Requests since the seal", String(requests)],
  ] as const;
  return (
    <dl class="seal-numbers tabular">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
