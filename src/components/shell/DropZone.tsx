import { useRef, useState } from "preact/hooks";
import type { Session } from "../../session/session";
import { closedBecause } from "./closed-door";
import { ask, waitingWish, wishText } from "./door";
import { Icon } from "./Icon";
import { PasteDialog } from "./PasteDialog";
import { usePaste } from "./use-paste";

interface DropZoneProps {
  readonly session: Session | null;
  readonly size: "hero" | "card";
}

/** What the door takes. */
export const ACCEPTED =
  ".parquet,.pq,.csv,.tsv,.tab,.txt,.json,.ndjson,.jsonl,.arrow,.arrows,.feather,.ipc,.xlsx,.xlsm,.zip,.gz";

/**
 * The door for files: a large target to drop on, with buttons that open the choosers of files and folders, and a field to
 * paste into. Takes files while booting.
 */
export function DropZone({ session, size }: DropZoneProps) {
  const [pasting, setPasting] = useState(false);
  usePaste(session);
  const wish = waitingWish.value;
  const closed = closedBecause.value;
  return (
    <div class={`drop drop-${size}`}>
      <div class="drop-icon">
        <Icon name="upload" size={28} />
      </div>
      <p class="drop-title">Drop a file of sessions or customers here</p>
      <p class="drop-note">
        Parquet, CSV, TSV, Excel, JSON or Arrow, also as .zip or .gz. Several files of one kind make one table.
      </p>
      <div class="drop-buttons">
        <Chooser session={session} label="Choose files" closed={closed !== null} main />
        <button
          type="button"
          class="button button-large"
          data-sample="telecom"
          disabled={closed !== null}
          onClick={() => ask(session, { kind: "sample", sample: "telecom" })}
        >
          <Icon name="play" size={16} />
          Open the sample
        </button>
      </div>
      <div class="drop-more">
        <Chooser session={session} label="Choose a folder" closed={closed !== null} folder />
        <button type="button" class="text-button" disabled={closed !== null} onClick={() => setPasting(true)}>
          Paste a table
        </button>
      </div>
      {wish === null ? <BootLine session={session} /> : <p class="drop-wait">{wishText(wish)}</p>}
      <PasteDialog session={session} open={pasting} onClose={() => setPasting(false)} />
    </div>
  );
}

interface ChooserProps {
  readonly session: Session | null;
  readonly label: string;
  readonly closed: boolean;
  readonly main?: boolean;
  readonly folder?: boolean;
}

/** A button before the browser's own chooser of files or, where it has one, of a folder. */
function Chooser({ session, label, closed, main = false, folder = false }: ChooserProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class={main ? "button button-main button-large" : "text-button"}
        disabled={closed}
        onClick={() => input.current?.click()}
      >
        {label}
      </button>
      <input
        ref={input}
        class="visually-hidden"
        type="file"
        multiple
        disabled={closed}
        {...(folder ? { webkitdirectory: true } : { accept: ACCEPTED })}
        tabIndex={-1}
        aria-label={folder ? "Folder to open" : "Files to open"}
        data-testid={folder ? "folder-input" : "file-input"}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = "";
          if (files.length > 0) ask(session, { kind: "files", files });
        }}
      />
    </>
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
