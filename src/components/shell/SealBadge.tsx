import { useId } from "preact/hooks";
import type { Session } from "../../session/session";
import { Icon } from "./Icon";
import { rooted } from "./navigation";
import { usePopover } from "./use-popover";

interface SealBadgeProps {
  readonly base: string;
  /** Null while the page still fetches its own parts. */
  readonly session: Session | null;
  readonly holdsData: boolean;
}

/** Whether this page can send anything, and what that claim rests on: what was tried, and what came of it. */
export function SealBadge({ base, session, holdsData }: SealBadgeProps) {
  const { open, frame, toggle } = usePopover();
  const id = useId();
  return (
    <div class="seal-place" ref={frame}>
      <button type="button" class="seal" aria-expanded={open} aria-controls={id} onClick={toggle}>
        <Icon name="privacy" size={16} />
        <span>Nothing leaves this browser</span>
      </button>
      {open && (
        <div id={id} class="seal-panel" role="group" aria-label="What this rests on">
          <Evidence session={session} />
          <a href={rooted(base, "docs/privacy/")} {...(holdsData ? { target: "_blank", rel: "noopener" } : {})}>
            How the page is sealed
          </a>
        </div>
      )}
    </div>
  );
}

function Evidence({ session }: Pick<SealBadgeProps, "session">) {
  if (session === null) return <p>The page is still fetching its own parts. It is sealed before it takes a file.</p>;
  if (session.seal === null) return <p>This is a development server: the page is not sealed. The published one is.</p>;
  return (
    <>
      <p>
        This page was sealed {(session.seal.sealedAt / 1000).toFixed(1)} seconds after it was opened, before it could
        take a file. It then tried to get out:
      </p>
      <ul role="list">
        {session.seal.checks.map(({ tried, refused }) => (
          <li key={tried}>
            <Icon name={refused ? "check" : "warning"} size={16} />
            <span>{tried}</span>
            <strong>{refused ? "refused" : "not refused"}</strong>
          </li>
        ))}
      </ul>
    </>
  );
}
