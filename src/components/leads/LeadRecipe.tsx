import { useState } from "preact/hooks";
import type { FeatureOffer, PageContent, PageEntry, Session } from "../../session/session";
import type { Option } from "../../view/settings";
import { ChoiceField } from "../analysis/ChoiceField";
import { OpenButton } from "../analysis/OpenButton";
import { PageSetting } from "../analysis/PageSetting";
import { applies, ownValue } from "../analysis/settings-words";
import { TextField } from "../analysis/TextField";
import { FeatureList } from "../segments/FeatureList";
import "../segments/segments.css";

interface LeadRecipeProps {
  readonly session: Session;
  readonly page: PageEntry;
  /** What is shown of it; null until there is something. */
  readonly content: PageContent | null;
}

/** Settings that shape leads most: always at hand. The rest is in the settings panel. */
const AT_HAND = ["contacts", "model", "split"];

/** What is to be told, from what, and how many can be contacted. */
export function LeadRecipe({ session, page, content }: LeadRecipeProps) {
  const [open, setOpen] = useState(false);
  const view = session.view.value;
  const offer = session.features.value;
  const set = (key: string) => (value: Parameters<Session["setSetting"]>[2]) => session.setSetting(page.id, key, value);
  const value = (key: string) => ownValue(view, page, key);
  const { outcome, wanted, cutoff, time, features } = page.settings;
  if (offer === null || outcome === undefined || wanted?.kind !== "text" || cutoff?.kind !== "text" || !time)
    return <p class="field-help">The columns are being read.</p>;
  const chosen = value("features") as readonly string[];
  const used = chosen.length === 0 ? (content?.features ?? []) : chosen;
  const parted = hasSeveralRows(offer);
  const plays = (key: "outcome" | "wanted") => applies(page.settings[key] ?? outcome, view, page.id, page.settings);
  return (
    <section class="card recipe" aria-label="What is told, and from what">
      <div class="recipe-features">
        <h2 class="recipe-title">
          Features
          <span class="field-count">{countOf(chosen.length, used.length)}</span>
        </h2>
        <p class="recipe-chips">{features?.help} How a number is changed and how much it counts play no part here.</p>
        <OpenButton open={open} close="Close" change="Change features" onOpen={setOpen} />
      </div>
      <div class="recipe-fields">
        {parted && <PageSetting {...{ session, page }} name="target" />}
        {plays("outcome") && (
          <ChoiceField
            {...outcome}
            value={String(value("outcome"))}
            options={[{ value: "", label: "Guessed by its name" }, ...columnsOf(offer, OUTCOMES)]}
            onChange={set("outcome")}
          />
        )}
        {plays("wanted") && <TextField setting={wanted} value={value("wanted")} onChange={set("wanted")} />}
        {parted && <TextField setting={cutoff} value={value("cutoff")} onChange={set("cutoff")} />}
        {AT_HAND.map((name) => (
          <PageSetting key={name} {...{ session, page, name }} />
        ))}
        {(parted || value("split") === "time") && (
          <ChoiceField
            {...time}
            value={String(value("time"))}
            options={[{ value: "", label: "The first with times" }, ...columnsOf(offer, ["time"])]}
            onChange={set("time")}
          />
        )}
      </div>
      {open && used.length === 0 && (
        <p class="field-help">Which features fit is known once the page could be computed. You can choose some now.</p>
      )}
      {open && <FeatureList offer={offer} used={used} suggested={chosen.length === 0} onChange={set("features")} />}
    </section>
  );
}

/** Kinds of columns that can be an outcome. */
const OUTCOMES = ["yes or no", "words", "whole number", "number"];

const columnsOf = ({ features }: FeatureOffer, kinds: readonly string[]): readonly Option[] =>
  features.filter(({ kind }) => kinds.includes(kind)).map(({ label }) => ({ value: label, label }));

const hasSeveralRows = ({ features }: FeatureOffer): boolean => features.some(({ kind }) => kind === "count");

function countOf(chosen: number, used: number): string {
  if (chosen > 0) return `${chosen} chosen`;
  return used === 0 ? "all that fit" : `all ${used} that fit`;
}
