import { useState } from "preact/hooks";
import type { Session } from "../../session/session";
import { fingerprintText } from "./fingerprint-words";
import { Icon } from "./Icon";

/** What a reader must know before reading on: an engine that stopped, made-up data, another file than the link's, a filter that does nothing, parts of a link left out. */
export function Banners({ session }: { readonly session: Session }) {
  const opened = session.opened.value;
  const problems = session.linkProblems.value;
  const { note } = session.segments.value;
  return (
    <div class="banners">
      {session.mending.value !== null && (
        <p class="banner banner-note" role="status">
          {session.mending.value}
        </p>
      )}
      {opened?.synthetic === true && (
        <p class="banner banner-note">
          <strong>Synthetic data.</strong> Generated in this browser from a seed. These customers do not exist.
        </p>
      )}
      {opened !== null && opened.offer !== null && (
        <Closable tone="warning" key={opened.fingerprint.hash}>
          <strong>Not the file of the link.</strong> The link was made on {fingerprintText(opened.offer.wanted)}, so
          numbers will differ.{" "}
          {opened.offer.recipe !== null && (
            <>
              Its settings are not applied to {opened.label}.{" "}
              <button type="button" class="text-button" onClick={() => session.acceptOffer()}>
                Apply them anyway
              </button>
            </>
          )}
        </Closable>
      )}
      {note !== null && (
        <Closable tone="warning" key={note}>
          {note}
        </Closable>
      )}
      {problems.length > 0 && (
        <Closable tone="warning" key={problems.join()}>
          <strong>Not all of the link is in this view.</strong> {problems.join(" ")}
        </Closable>
      )}
    </div>
  );
}

interface ClosableProps {
  readonly tone: "warning" | "note";
  readonly children: preact.ComponentChildren;
}

function Closable({ tone, children }: ClosableProps) {
  const [closed, setClosed] = useState(false);
  if (closed) return null;
  return (
    <div class={`banner banner-${tone}`} role="status">
      <Icon name="warning" size={16} />
      <p>{children}</p>
      <button type="button" class="icon-button" aria-label="Close this note" onClick={() => setClosed(true)}>
        <Icon name="close" size={14} />
      </button>
    </div>
  );
}
