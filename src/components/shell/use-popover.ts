import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

interface Popover {
  readonly open: boolean;
  readonly frame: RefObject<HTMLDivElement>;
  readonly toggle: () => void;
}

/** A small panel beside its button: a press beside it or Escape closes it. */
export function usePopover(): Popover {
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const away = (event: PointerEvent): void => {
      if (!(event.target instanceof Node && frame.current?.contains(event.target) === true)) setOpen(false);
    };
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      setOpen(false);
      frame.current?.querySelector("button")?.focus();
    };
    document.addEventListener("pointerdown", away);
    document.addEventListener("keydown", escape);
    return () => {
      document.removeEventListener("pointerdown", away);
      document.removeEventListener("keydown", escape);
    };
  }, [open]);
  return { open, frame, toggle: () => setOpen(!open) };
}
