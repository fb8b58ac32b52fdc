import type { JSX } from "preact";
import type { Session } from "../../session/session";
import { LedgerEntry } from "./LedgerEntry";
import { LedgerExport } from "./LedgerExport";

/** What was done between the file and the numbers: every step with its counts, most of them to be switched off. */
export function Ledger({ session }: { session: Session }): JSX.Element {
  const steps = session.ledger.value;
  const aside = session.dataset.value?.counts.rowsSetAside ?? 0;
  const { changed, setAside, rejected } = session.exports;
  return (
    <section class="dp-card" aria-labelledby="dp-ledger-title">
      <header class="dp-card-head">
        <h2 id="dp-ledger-title">Cleaning</h2>
        <div class="dp-tools">
          {session.exports.anyChanged.value && <LedgerExport what="Changed values" fileName="changed" make={changed} />}
          {aside > 0 && <LedgerExport what="Rows set aside" fileName="set-aside" make={setAside} />}
        </div>
      </header>
      <p class="dp-small">
        Every step between the file and the numbers. Switch one off and everything is counted again without it.
      </p>
      {steps.length === 0 ? (
        <LedgerSkeleton />
      ) : (
        <ol class="dp-timeline">
          {steps.map((step) => (
            <LedgerEntry key={step.id} step={step} onSwitch={(enabled) => session.setStep(step.id, enabled)}>
              {step.id === "rejected-rows" && step.affected > 0 && (
                <LedgerExport what="Refused rows" fileName="refused" make={rejected} />
              )}
            </LedgerEntry>
          ))}
        </ol>
      )}
    </section>
  );
}

function LedgerSkeleton(): JSX.Element {
  return (
    <div class="dp-timeline" aria-busy="true">
      {[0, 1, 2, 3].map((index) => (
        <div key={index} class="dp-skeleton dp-skeleton-step" />
      ))}
    </div>
  );
}
