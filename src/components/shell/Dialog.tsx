import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { Icon } from "./Icon";

interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  /** "sheet" comes in from the right (from below on a phone), "centre" is a window, "palette" hangs near the top. */
  readonly kind: "sheet" | "centre" | "palette";
  readonly children: ComponentChildren;
  readonly footer?: ComponentChildren;
}

/** A native modal dialog: the browser keeps the focus inside, Escape and a click beside it close it. */
export function Dialog({ open, title, onClose, kind, children, footer }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);

  return (
    <dialog
      ref={dialog}
      class={`dialog dialog-${kind}`}
      aria-labelledby={heading}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) event.currentTarget.close();
      }}
    >
      {open && (
        <div class="dialog-frame">
          <header class={kind === "palette" ? "visually-hidden" : "dialog-head"}>
            <h2 id={heading}>{title}</h2>
            <button
              type="button"
              class="icon-button"
              aria-label={`Close ${title}`}
              onClick={() => dialog.current?.close()}
            >
              <Icon name="close" />
            </button>
          </header>
          <div class="dialog-body">{children}</div>
          {footer !== undefined && <footer class="dialog-foot">{footer}</footer>}
        </div>
      )}
    </dialog>
  );
}
