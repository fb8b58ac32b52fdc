import { useEffect } from "preact/hooks";

/** What a key press can ask of the frame. */
export interface KeyboardActions {
  readonly palette: () => void;
  readonly shortcuts: () => void;
  readonly filters: () => void;
  readonly settings: () => void;
  readonly undo: () => void;
  readonly go: (index: number) => void;
}

/** Listens to the whole window. Plain keys do nothing while a person types or a dialog covers the page. */
export function useKeyboard(actions: KeyboardActions): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = wanted(event, actions);
      if (act === null) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  });
}

function wanted(event: KeyboardEvent, actions: KeyboardActions): (() => void) | null {
  const key = event.key.toLowerCase();
  const command = event.ctrlKey || event.metaKey;
  if (command && !event.altKey && key === "k") return actions.palette;
  if (isTyping(event.target) || document.querySelector("dialog:modal") !== null) return null;
  if (command) return key === "z" && !event.shiftKey && !event.altKey ? actions.undo : null;
  if (event.altKey) return null;
  if (key === "?") return actions.shortcuts;
  if (key === "f") return actions.filters;
  if (key === "s") return actions.settings;
  return /^[1-5]$/u.test(key) ? () => actions.go(Number(key) - 1) : null;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "range", "button"].includes(target.type);
}
