interface ProgressLineProps {
  readonly share: number;
  readonly doing: string;
  readonly onStop: () => void;
}

/** A computation under way: what, how far, and a way to stop it. */
export function ProgressLine({ share, doing, onStop }: ProgressLineProps) {
  return (
    <div class="progress-line" role="status">
      <progress class="progress" aria-label="Share computed" value={share} />
      <span>{doing === "" ? "Computing" : doing}</span>
      <span class="progress-share">{Math.round(share * 100)} %</span>
      <button type="button" class="button button-small" onClick={onStop}>
        Stop
      </button>
    </div>
  );
}
