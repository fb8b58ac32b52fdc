import { useRef } from "preact/hooks";
import type { Session } from "../../session/session";
import { closedBecause } from "./closed-door";
import { ask, waitingWish, wishText } from "./door";
import { Icon } from "./Icon";

interface DropZoneProps {
  readonly session: Session | null;
  readonly size: "hero" | "card";
}

/** What the door takes. */
export const ACCEPTED = ".parquet,.csv,.tsv,.txt,.gz";

/** The door for files: a large target to drop on, with a button that opens the file chooser. Takes files while booting. */
export function DropZone({ session, size }: DropZoneProps) {
  const input = useRef<HTMLInputElement>(null);
  const wish = waitingWish.value;
  const closed = closedBecause.value;
  return (
    <div class={`drop drop-${size}`}>
      <div class="drop-icon">
        <Icon name="upload" size={28} />
      </div>
      <p class="drop-title">Drop a file of sessions or customers here</p>
      <p class="drop-note">Parquet, CSV or TSV, also as .gz. Several files of one kind at once are fine.</p>
      <div class="drop-buttons">
        <button
          type="button"
          class="button button-main button-large"
          disabled={closed !== null}
          onClick={() => input.current?.click()}
        >
          Choose files
        </button>
        <button
          type="button"
          class="button button-large"
          data-wish="sample"
          disabled={closed !== null}
          onClick={() => ask(session, { kind: "sample" })}
        >
          <Icon name="play" size={16} />
          Open the sample
        </button>
      </div>
      <input
        ref={input}
        class="visually-hidden"
        type="file"
        multiple
        disabled={closed !== null}
        accept={ACCEPTED}
        tabIndex={-1}
        aria-label="Files to open"
        data-testid="file-input"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = "";
          if (files.length > 0) ask(session, { kind: "files", files });
        }}
      />
      {wish === null ? <BootLine session={session} /> : <p class="drop-wait">{wishText(wish)}</p>}
    </div>
  );
}

/** Says that the workbench is still getting ready; nothing once it is. */
function BootLine({ session }: { readonly session: Session | null }) {
  const stage = session?.stage.value;
  if (closedBecause.value !== null) return <p class="drop-quiet">{closedBecause.value}</p>;
  if (stage !== undefined && stage.name !== "booting")
    return <p class="drop-quiet">Read here, on this device. Nothing is sent.</p>;
  return (
    <p class="drop-quiet">
      <progress class="progress" aria-label="Getting ready" {...(stage === undefined ? {} : { value: stage.share })} />
      <span>Getting ready. You can drop a file already.</span>
    </p>
  );
}
