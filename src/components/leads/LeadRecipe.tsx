import { useState } from "preact/hooks";
import type { FeatureOffer, PageEntry, Session } from "../../session/session";
import type { Option } from "../../view/settings";
import { ChoiceField } from "../analysis/ChoiceField";
import { PageSetting } from "../analysis/PageSetting";
import { applies, ownValue } from "../analysis/settings-words";
import { TextField } from "../analysis/TextField";
import { FeatureList } from "../segments/FeatureList";
import { Icon } from "../shell/Icon";
import "../segments/segments.css";

interface LeadRecipeProps {
  readonly session: Session;
  readonly page: PageEntry;
}

/** Settings that shape leads most: always at hand. The rest is in the settings panel. */
const AT_HAND = ["contacts", "model", "split"];

/** What is to be told, from what, and how many can be contacted. */
export function LeadRecipe({ session, page }: LeadRecipeProps) {
  const [open, setOpen] = useState(false);
  const view = session.view.value;
  const offer = session.features.value;
  const set = (key: string) => (value: Parameters<Session["setSetting"]>[2]) => session.setSetting(page.id, key, value);
  const value = (key: string) => ownValue(view, page, key);
  const { outcome, wanted, time, features } = page.settings;
  if (offer === null || outcome === undefined || wanted?.kind !== "text" || time === undefined)
    return <p class="field-help">The columns are being read.</p>;
  const chosen = value("features") as readonly string[];
  const used = chosen.length === 0 ? fitting(offer, String(value("outcome"))) : chosen;
  return (
    <section class="card recipe" aria-label="What is told, and from what">
      <div class="recipe-features">
        <h2 class="recipe-title">
          Features
          <span class="field-count">{chosen.length === 0 ? "all that fit" : `${chosen.length} chosen`}</span>
        </h2>
        <p class="recipe-chips">{features?.help} How a number is changed and how much it counts play no part here.</p>
        <button type="button" class="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name="sliders" size={16} /> {open ? "Close" : "Change features"}
        </button>
      </div>
      <div class="recipe-fields">
        <ChoiceField
          {...outcome}
          value={String(value("outcome"))}
          options={[{ value: "", label: "Guessed by its name" }, ...columnsOf(offer, OUTCOMES)]}
          onChange={set("outcome")}
        />
        <TextField setting={wanted} value={value("wanted")} onChange={set("wanted")} />
        {AT_HAND.map((name) => (
          <PageSetting key={name} {...{ session, page, name }} />
        ))}
        {applies(time, view, page.id, page.settings) && (
          <ChoiceField
            {...time}
            value={String(value("time"))}
            options={[{ value: "", label: "The first with times" }, ...columnsOf(offer, ["time"])]}
            onChange={set("time")}
          />
        )}
      </div>
      {open && <FeatureList offer={offer} used={used} suggested={chosen.length === 0} onChange={set("features")} />}
    </section>
  );
}

/** Kinds of columns that can be an outcome. */
const OUTCOMES = ["yes or no", "words", "whole number", "number"];

const columnsOf = ({ features }: FeatureOffer, kinds: readonly string[]): readonly Option[] =>
  features.filter(({ kind }) => kinds.includes(kind)).map(({ label }) => ({ value: label, label }));

/** Features at most, as the page takes them. */
const MOST = 60;

/** About what the page takes by itself: a list to begin with. */
const fitting = ({ features }: FeatureOffer, outcome: string): readonly string[] =>
  features
    .filter(({ kind, label }) => label !== outcome && kind !== "identifier" && kind !== "time")
    .slice(0, MOST)
    .map(({ text }) => text);
