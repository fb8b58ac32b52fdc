import { useEffect, useState } from "preact/hooks";
import type { Session, Stage } from "../../session/session";
import { progressShare, progressText } from "./progress-words";

interface LoadingCardProps {
  readonly session: Session;
  readonly stage: Extract<Stage, { name: "loading" }>;
}

/** Reading a file: what, how far, how long, and a way out. */
export function LoadingCard({ session, stage }: LoadingCardProps) {
  const [started, setStarted] = useState(() => performance.now());
  useEffect(() => setStarted(performance.now()), [stage.label, stage.doing]);
  const share = stage.progress === null ? null : progressShare(stage.progress);
  return (
    <section class="card loading-card" aria-labelledby="loading-title" aria-busy="true">
      <div>
        <h1 id="loading-title" class="loading-title">
          Opening {stage.label}
        </h1>
        <p class="loading-words" role="status">
          {stage.progress === null
            ? stage.doing
            : progressText(stage.doing, stage.progress, performance.now() - started)}
        </p>
      </div>
      <progress class="progress" aria-label="Share read" {...(share === null ? {} : { value: share })} />
      <button type="button" class="button" onClick={() => session.cancel()}>
        Cancel
      </button>
    </section>
  );
}
