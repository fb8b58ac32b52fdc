import type { Session } from "../../session/session";
import { ask } from "../shell/door";
import { Icon } from "../shell/Icon";
import { rooted } from "../shell/navigation";

interface CardsProps {
  readonly session: Session | null;
  readonly base: string;
}

/** One click to a first result, and what a file of one's own has to look like. */
export function Cards({ session, base }: CardsProps) {
  const files = rooted(base, "docs/files/");
  return (
    <section class="home-cards" aria-label="Ways to start">
      <article class="card home-card home-card-sample">
        <p class="home-card-kind">Sample</p>
        <h2>Telecom sessions, 150,001 rows</h2>
        <p>
          Synthetic records of a mobile network, with the flaws of real ones: a row of means at the end, seconds
          labelled as milliseconds, customers without an id. Opens all four pages.
        </p>
        <button
          type="button"
          class="button button-main"
          data-sample="telecom"
          onClick={() => ask(session, { kind: "sample", sample: "telecom" })}
        >
          <Icon name="play" size={14} />
          Open the sample
        </button>
      </article>
      <article class="card home-card home-card-sample">
        <p class="home-card-kind">Sample</p>
        <h2>A shop's event log: journeys, funnels, segments</h2>
        <p>
          120,000 synthetic events of a shop's customers in twelve weeks, with things to find: a step that breaks, a
          group that stands out, a visitor who is no person. Repeated, late and undated events included.
        </p>
        <button
          type="button"
          class="button button-main"
          data-sample="shop"
          onClick={() => ask(session, { kind: "sample", sample: "shop" })}
        >
          <Icon name="play" size={14} />
          Open the shop sample
        </button>
      </article>
      <article class="card home-card">
        <p class="home-card-kind">Your file, one row per session</p>
        <h2>Session records (xDR)</h2>
        <p>
          A customer id, start and end, bytes down and up per application, and round-trip time, throughput and
          retransmission where the network has them. Gives every page and every filter.
        </p>
        <a href={`${files}#sessions`}>Which columns are understood</a>
      </article>
      <article class="card home-card">
        <p class="home-card-kind">Your file, one row per customer</p>
        <h2>A customer table</h2>
        <p>
          Sums and means you have made already: sessions, duration, bytes, applications, experience. Gives segments and
          scores; no times, so nothing by day.
        </p>
        <a href={`${files}#customers`}>Which columns are understood</a>
      </article>
    </section>
  );
}
