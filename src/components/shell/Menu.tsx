import { useEffect, useId, useRef, useState } from "preact/hooks";
import { Icon, type IconName } from "./Icon";

export interface MenuEntry {
  readonly label: string;
  readonly note: string;
  readonly act: () => void;
}

interface MenuProps {
  readonly label: string;
  readonly icon: IconName;
  readonly entries: readonly MenuEntry[];
  readonly busy?: boolean;
}

/** A button that opens a short list of actions. Arrow keys walk it, Escape gives the focus back. */
export function Menu({ label, icon, entries, busy = false }: MenuProps) {
  const [open, setOpen] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return undefined;
    list.current?.querySelector("button")?.focus();
    const away = (event: PointerEvent) => {
      const inside = event.target instanceof Node && list.current?.parentElement?.contains(event.target) === true;
      if (!inside) setOpen(false);
    };
    document.addEventListener("pointerdown", away);
    return () => document.removeEventListener("pointerdown", away);
  }, [open]);

  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      setOpen(false);
      button.current?.focus();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(list.current, event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Tab") setOpen(false);
  };

  return (
    <div class="menu">
      <button
        ref={button}
        type="button"
        class="button"
        disabled={busy}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Icon name={icon} size={16} />
        <span class="button-word">{label}</span>
      </button>
      {open && (
        <div ref={list} id={id} class="menu-list" role="group" aria-label={label} onKeyDown={keys}>
          {entries.map((entry) => (
            <button
              key={entry.label}
              type="button"
              class="menu-entry"
              onClick={() => {
                setOpen(false);
                button.current?.focus();
                entry.act();
              }}
            >
              <span class="menu-label">{entry.label}</span>
              <span class="menu-note">{entry.note}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function step(list: HTMLElement | null, by: number): void {
  const buttons = [...(list?.querySelectorAll("button") ?? [])];
  const at = buttons.findIndex((button) => button === document.activeElement);
  buttons[(at + by + buttons.length) % buttons.length]?.focus();
}
