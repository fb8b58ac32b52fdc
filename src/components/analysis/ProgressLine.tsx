interface ProgressLineProps {
  readonly share: number;
  readonly doing: string;
}

/** A computation under way: what, and how far. */
export function ProgressLine({ share, doing }: ProgressLineProps) {
  return (
    <div class="progress-line" role="status">
      <progress class="progress" aria-label="Share computed" value={share} />
      <span>{doing === "" ? "Computing" : doing}</span>
      <span class="progress-share">{Math.round(share * 100)} %</span>
    </div>
  );
}
