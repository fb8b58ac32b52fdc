import { useEffect, useState } from "preact/hooks";
import type { Session } from "../../session/session";
import { ask } from "./door";
import { droppedFiles } from "./dropped-files";
import { droppedHandles } from "./dropped-handles";
import { Icon } from "./Icon";
import { say } from "./toasts";

/** Lets files be dropped anywhere in the window, and says so while they are above it. */
export function DropOverlay({ session }: { readonly session: Session | null }) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth = Math.max(0, depth - 1);
      setOver(depth > 0);
    };
    const above = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      if (event.dataTransfer !== null) void take(session, event.dataTransfer);
    };
    const listeners = { dragenter: enter, dragleave: leave, dragover: above, drop } as const;
    const names = Object.keys(listeners) as (keyof typeof listeners)[];
    for (const name of names) window.addEventListener(name, listeners[name]);
    return () => {
      for (const name of names) window.removeEventListener(name, listeners[name]);
    };
  }, [session]);

  if (!over) return null;
  return (
    <div class="drop-overlay" aria-hidden="true">
      <div class="drop-overlay-frame">
        <Icon name="upload" size={40} />
        <p>Drop to open here, on this device</p>
      </div>
    </div>
  );
}

async function take(session: Session | null, transfer: DataTransfer): Promise<void> {
  const noteHandles = droppedHandles(transfer);
  try {
    const files = await droppedFiles(transfer);
    if (session !== null) noteHandles(session, files).catch(() => undefined);
    if (files.length > 0) ask(session, { kind: "files", files });
    else say("What was dropped holds no file.");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    say(`The folder could not be read (${why}). Choose its files instead.`, "problem");
  }
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") === true;
}
