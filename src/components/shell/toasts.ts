import { signal } from "@preact/signals";

/** A short word about something that just happened. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: "info" | "problem";
}

const SHOWN_MS = 4_500;
let next = 1;

/** What is on screen now, oldest first. */
export const toasts = signal<readonly Toast[]>([]);

/** Shows a sentence for a few seconds; a problem stays until it is closed. */
export function say(text: string, tone: Toast["tone"] = "info"): void {
  const toast: Toast = { id: next++, text, tone };
  toasts.value = [...toasts.value.filter((other) => other.text !== text), toast];
  if (tone === "info") setTimeout(() => dismiss(toast.id), SHOWN_MS);
}

/** Takes one away. */
export function dismiss(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
}
