import { useEffect, useState } from "preact/hooks";
import type { Session } from "../../session/session";
import { ask } from "./door";
import { Icon } from "./Icon";

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
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) ask(session, { kind: "files", files });
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

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") === true;
}
