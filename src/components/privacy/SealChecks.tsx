import type { SealEvidence } from "../../session/seal-evidence";
import { Icon } from "../shell/Icon";
import { WHO } from "./seal-words";

/** Every way out that was tried, who tried it, and what came of it in the browser's or the engine's own words. */
export function SealChecks({ evidence }: { readonly evidence: SealEvidence }) {
  return (
    <div class="seal-checks">
      {WHO.map(([where, title]) => {
        const checks = evidence.checks.filter((check) => check.where === where);
        if (checks.length === 0) return null;
        return (
          <section key={where} aria-label={title}>
            <h3>{title} tried</h3>
            <ul role="list">
              {checks.map(({ tried, refused, said }) => (
                <li key={tried} class={refused ? "seal-check" : "seal-check seal-check-open"}>
                  <Icon name={refused ? "check" : "warning"} size={16} />
                  <span>
                    {tried}
                    {said !== "" && <small>{said}</small>}
                  </span>
                  <strong>{refused ? "refused" : "not refused"}</strong>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
