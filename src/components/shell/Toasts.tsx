import { Icon } from "./Icon";
import { dismiss, toasts } from "./toasts";

/** Where short messages appear; read out politely. */
export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map((toast) => (
        <div key={toast.id} class={`toast toast-${toast.tone}`}>
          <Icon name={toast.tone === "problem" ? "warning" : "check"} size={16} />
          <span>{toast.text}</span>
          <button type="button" class="icon-button" aria-label="Close this message" onClick={() => dismiss(toast.id)}>
            <Icon name="close" size={14} />
          </button>
        </div>
      ))}
    </div>
  );
}
