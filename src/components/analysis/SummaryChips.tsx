import { Icon } from "../shell/Icon";

interface SummaryChipsProps {
  readonly summary: readonly string[];
  readonly onOpen: () => void;
}

/** How this page was computed, always in sight; one click opens the settings. */
export function SummaryChips({ summary, onOpen }: SummaryChipsProps) {
  return (
    <button type="button" class="summary" aria-haspopup="dialog" onClick={onOpen}>
      <Icon name="sliders" size={16} />
      <span class="visually-hidden">Settings: </span>
      {summary.map((text, index) => (
        <span key={text} class="summary-item">
          {index > 0 && <span aria-hidden="true"> · </span>}
          {text}
        </span>
      ))}
    </button>
  );
}
