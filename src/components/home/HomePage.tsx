import type { Session } from "../../session/session";
import { DropZone } from "../shell/DropZone";
import { rooted, type PageTitle } from "../shell/navigation";
import { PROMISES } from "../shell/promises";
import { WantedFile } from "../shell/WantedFile";
import { Cards } from "./Cards";
import { RememberedFiles } from "./RememberedFiles";
import { ResultPicture } from "./ResultPicture";

interface HomePageProps {
  readonly session: Session | null;
  readonly base: string;
  readonly catalogue: readonly PageTitle[];
}

/** The front door: what this is, the drop zone, a picture of the result. */
export function HomePage({ session, base, catalogue }: HomePageProps) {
  return (
    <div class="home">
      <section class="hero">
        <div class="hero-words">
          <h1 tabIndex={-1}>Know your customers without giving their data away.</h1>
          <p class="hero-lead">
            Drop a file of network sessions and see who is engaged, what they experience and who is satisfied.
            Everything is computed in this browser tab.
          </p>
          <WantedFile session={session} />
          <RememberedFiles session={session} />
          <DropZone session={session} size="hero" />
        </div>
        <figure class="hero-picture">
          <ResultPicture />
          <figcaption>
            What a page looks like: a finding, its chart, and how it was computed. Drawn with made-up numbers.
          </figcaption>
        </figure>
      </section>

      <Cards session={session} base={base} />

      <section class="home-questions" aria-labelledby="questions-title">
        <h2 id="questions-title">Four pages, four questions</h2>
        <ol role="list">
          {catalogue.map((page) => (
            <li key={page.id} class="home-question">
              <h3>{page.question}</h3>
              <ul role="list">
                {(PROMISES[page.id] ?? []).map((promise) => (
                  <li key={promise}>{promise}</li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      </section>

      <section class="home-privacy" aria-labelledby="privacy-title">
        <h2 id="privacy-title">Your file is read here, and stays here</h2>
        <p>
          There is no server that could receive it and no account. A link you share carries settings and filters, never
          rows. Closing the tab forgets the file.{" "}
          <a href={rooted(base, "docs/privacy/")}>How that works, and what it does not promise</a>
        </p>
      </section>
    </div>
  );
}
