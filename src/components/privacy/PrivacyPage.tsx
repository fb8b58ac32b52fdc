import { ForgetEverything } from "../shell/ForgetEverything";
import { rooted } from "../shell/navigation";
import type { Started } from "../shell/use-session";
import { NotPromised } from "./NotPromised";
import { SealChecks } from "./SealChecks";
import { SealFigures } from "./SealFigures";
import { sealOf } from "./seal-state";
import { stateSentence } from "./seal-words";
import { VerifyYourself } from "./VerifyYourself";
import "./privacy.css";

interface PrivacyPageProps {
  readonly started: Started;
  readonly base: string;
}

/** The evidence that nothing leaves, live, inside the sealed workbench: looking at it neither reloads nor loses data. */
export function PrivacyPage({ started, base }: PrivacyPageProps) {
  const { session } = started;
  const { state, evidence } = sealOf(started);
  const requests = evidence?.since.requests.value ?? [];
  const stopped = evidence?.since.stopped.value ?? [];
  const holdsData = (session?.opened.value ?? null) !== null;
  return (
    <div class="seal-page">
      <header class="page-head">
        <p class="page-kind">Privacy</p>
        <h1 tabIndex={-1}>Can anything leave this page?</h1>
        <p class={state === "sealed" ? "page-answer" : "page-answer page-answer-waiting"} role="status">
          {stateSentence(state, evidence, requests.length)}
        </p>
      </header>
      {evidence !== null && state !== "broken" && <SealFigures evidence={evidence} session={session} />}
      {requests.length > 0 && (
        <p class="banner banner-warning">
          <span>Asked for since the seal: {[...new Set(requests)].join(", ")}.</span>
        </p>
      )}
      {evidence !== null && (
        <section aria-labelledby="tried-title">
          <h2 id="tried-title">What was tried, and what came of it</h2>
          <SealChecks evidence={evidence} />
          {state !== "broken" && (
            <p class="seal-note">
              {stopped.length === 0
                ? "Since then nothing has tried to get out."
                : `Since then the browser has stopped ${stopped.length} more attempts (${[...new Set(stopped.map(({ directive }) => directive))].join(", ")}).`}
            </p>
          )}
        </section>
      )}
      {session !== null && <ForgetEverything session={session} />}
      <VerifyYourself />
      <NotPromised limits={evidence?.limits ?? []} />
      <p>
        <a href={rooted(base, "docs/privacy/")} {...(holdsData ? { target: "_blank", rel: "noopener" } : {})}>
          How the page is sealed, step by step
        </a>
      </p>
    </div>
  );
}
