import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { Icon } from "./Icon";

interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  /** "sheet" comes in from the right (from below on a phone), "centre" is a window, "large" one that fills the screen, "palette" hangs near the top. */
  readonly kind: "sheet" | "centre" | "large" | "palette";
  /** Where there is room, stands beside the page instead of above it, so that its effect can be watched. */
  readonly docks?: boolean;
  readonly children: ComponentChildren;
  readonly footer?: ComponentChildren;
}

const ROOM_TO_DOCK = "(min-width: 1161px)";

/** A native modal dialog: the browser keeps the focus inside, Escape and a click beside it close it. */
export function Dialog({ open, title, onClose, kind, docks = false, children, footer }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (open && !element.open) {
      const docked = docks && matchMedia(ROOM_TO_DOCK).matches;
      element.classList.toggle("dialog-docked", docked);
      if (docked) element.show();
      else element.showModal();
    }
    if (!open && element.open) element.close();
  }, [open, docks]);

  return (
    <dialog
      ref={dialog}
      class={`dialog dialog-${kind}`}
      aria-labelledby={heading}
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key === "Escape") dialog.current?.close();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) event.currentTarget.close();
      }}
    >
      {open && (
        <div class="dialog-frame">
          <div class={kind === "palette" ? "visually-hidden" : "dialog-head"}>
            <h2 id={heading}>{title}</h2>
            <button
              type="button"
              class="icon-button"
              aria-label={`Close ${title}`}
              onClick={() => dialog.current?.close()}
            >
              <Icon name="close" />
            </button>
          </div>
          <div class="dialog-body">{children}</div>
          {footer !== undefined && <div class="dialog-foot">{footer}</div>}
        </div>
      )}
    </dialog>
  );
}
