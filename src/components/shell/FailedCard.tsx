import { Icon } from "./Icon";
import { say } from "./toasts";

interface FailedCardProps {
  readonly title: string;
  readonly message: string;
  readonly next: string;
  readonly details: string | null;
}

/** What went wrong in one sentence, what to do next, and details to copy. */
export function FailedCard({ title, message, next, details }: FailedCardProps) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(details ?? message);
      say("Details copied.");
    } catch {
      // The clipboard is refused; the text is on screen to select.
      say("The browser did not allow copying. Select the text instead.", "problem");
    }
  };
  return (
    <section class="card failed-card" role="alert">
      <Icon name="warning" size={24} />
      <div>
        <h2 class="failed-title">{title}</h2>
        <p>{message}</p>
        <p class="failed-next">{next}</p>
        {details !== null && (
          <details class="failed-details">
            <summary>Details</summary>
            <pre tabIndex={0}>{details}</pre>
            <button type="button" class="button" onClick={() => void copy()}>
              Copy details
            </button>
          </details>
        )}
      </div>
    </section>
  );
}
