import { useState } from "preact/hooks";
import type { PageContent, PageEntry, Session } from "../../session/session";
import { OpenButton } from "../analysis/OpenButton";
import { PageSetting } from "../analysis/PageSetting";
import { ownValue } from "../analysis/settings-words";
import { FeatureList } from "./FeatureList";
import { SegmentNames } from "./SegmentNames";
import { SegmentUse } from "./SegmentUse";
import "./segments.css";

interface SegmentRecipeProps {
  readonly session: Session;
  readonly page: PageEntry;
  /** What is shown of it; null until there is something. */
  readonly content: PageContent | null;
}

/** Settings that shape the segments most: always at hand. The rest is in the settings panel. */
const AT_HAND = [
  ...["algorithm", "k", "linkage", "covariance", "eps", "minSize", "bandwidth", "affinity"],
  ...["rfmRecency", "rfmFrequency", "rfmMoney", "rfmCuts", "map", "dimensions", "use"],
];

/** Algorithms that bring their own features. */
const FEATURELESS: Readonly<Record<string, string>> = {
  rfm: "How recently customers bought, how often, and for how much.",
  model: "Those of the saved model.",
};

/** What the segments are made from and how: features, algorithm, and what it is told. */
export function SegmentRecipe({ session, page, content }: SegmentRecipeProps) {
  const [open, setOpen] = useState(false);
  const view = session.view.value;
  const offer = session.features.value;
  const chosen = ownValue(view, page, "features") as readonly string[];
  const used = chosen.length === 0 ? (offer?.suggested ?? []) : chosen;
  const notes = session.optionNotes(page.id);
  const groups = content?.groups ?? null;
  const own = FEATURELESS[String(ownValue(view, page, "algorithm"))];
  return (
    <section class="card recipe" aria-label="What the segments are made from">
      <div class="recipe-features">
        <h2 class="recipe-title">
          Features
          <span class="field-count">{countOf(chosen.length, own)}</span>
        </h2>
        {offer === null ? (
          <p class="field-help">The columns are being read.</p>
        ) : (
          <>
            <p class="recipe-chips">
              {own ?? (used.map((text) => offer.words(text)).join(" · ") || "No column can be a feature.")}
            </p>
            <OpenButton
              open={open}
              close="Close"
              change={own === undefined ? "Change features and names" : "Change names"}
              onOpen={setOpen}
            />
          </>
        )}
      </div>
      {view.filters.segments.length > 0 && (
        <p class="field-help">
          This page looks at the customers of all segments: a filter on segments is for the others.
        </p>
      )}
      <div class="recipe-fields">
        {AT_HAND.map((name) => (
          <PageSetting key={name} {...{ session, page, name, notes }} />
        ))}
      </div>
      {open && offer !== null && own === undefined && (
        <FeatureList
          offer={offer}
          used={used}
          suggested={chosen.length === 0}
          onChange={(features) => session.setSetting(page.id, "features", features)}
        />
      )}
      {open && groups !== null && <SegmentNames {...{ session, page, groups }} />}
      <SegmentUse {...{ session, page, content }} />
    </section>
  );
}

function countOf(chosen: number, own: string | undefined): string {
  if (own !== undefined) return "given by the algorithm";
  return chosen === 0 ? "suggested by the table" : `${chosen} chosen`;
}
