import { Fragment } from "preact";

/** What is to be known of one method: facts as [what, words]. */
export interface Note {
  readonly title: string;
  readonly facts: readonly (readonly [string, string])[];
}

/** Methods one after the other, each with its facts. */
export function Notes({ notes }: { readonly notes: readonly Note[] }) {
  return (
    <>
      {notes.map(({ title, facts }) => (
        <Fragment key={title}>
          <h3>{title}</h3>
          <dl>
            {facts.map(([what, words]) => (
              <Fragment key={what}>
                <dt>{what}</dt>
                <dd>{words}</dd>
              </Fragment>
            ))}
          </dl>
        </Fragment>
      ))}
    </>
  );
}
