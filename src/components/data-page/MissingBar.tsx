import type { JSX } from "preact";
import type { ColumnProfile } from "../../data/profile";
import { missingSentence, missingShare, shareWords } from "./column-facts";

/** How much of a column is missing; how the gaps are written shows on hover and is read aloud. */
export function MissingBar({ profile }: { profile: ColumnProfile }): JSX.Element {
  const share = missingShare(profile);
  const sentence = missingSentence(profile);
  return (
    <div class="dp-missing" title={sentence}>
      <span class="dp-bar" role="img" aria-label={sentence}>
        <span style={{ width: `${100 * share}%` }} />
      </span>
      <span class="dp-small" aria-hidden="true">
        {profile.missingTotal === 0 ? "none missing" : `${shareWords(share)} missing`}
      </span>
    </div>
  );
}
