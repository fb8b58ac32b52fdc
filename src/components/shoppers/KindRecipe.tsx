import { useState } from "preact/hooks";
import type { PageContent, PageEntry, Session } from "../../session/session";
import { MOST_KINDS, type KindRule } from "../../view/kind-rules";
import type { KindsOffer } from "../../view/kinds-offer";
import { kindsText, LONGEST_KINDS, readKinds } from "../../view/kinds-text";
import { OpenButton } from "../analysis/OpenButton";
import { PageSetting } from "../analysis/PageSetting";
import { ownValue } from "../analysis/settings-words";
import { ColumnRoles } from "../behaviour/ColumnRoles";
import { Icon } from "../shell/Icon";
import { saveFile } from "../shell/save-file";
import { say } from "../shell/toasts";
import { firstCondition, withKind } from "./kind-edits";
import { KindRow } from "./KindRow";
import "../segments/segments.css";
import "./shoppers.css";

interface KindRecipeProps {
  readonly session: Session;
  readonly page: PageEntry;
  /** What is shown of it; null until there is something. */
  readonly content: PageContent | null;
}

/** The kinds there are, to be changed, and what is told apart. */
export function KindRecipe({ session, page, content }: KindRecipeProps) {
  const [open, setOpen] = useState(false);
  const offer = content?.kinds ?? null;
  const roles = session.columnRoles(page.id);
  const text = String(ownValue(session.view.value, page, "kinds"));
  const rules = readKinds(text) ?? offer?.kinds.map(({ rule }) => rule) ?? [];
  const change = (next: readonly KindRule[]) => {
    const written = kindsText(next);
    if (written.length > LONGEST_KINDS)
      return say("These rules are too long for a link. Shorter names help.", "problem");
    session.setSetting(page.id, "kinds", written);
  };
  return (
    <section class="card recipe" aria-label="What the kinds are made by">
      <div class="recipe-features">
        <h2 class="recipe-title">
          Kinds
          <span class="field-count">{text === "" ? "suited to the log" : "rules of your own"}</span>
        </h2>
        <p class="recipe-chips">{rules.map(({ name }) => name).join(" · ") || "The log is being read."}</p>
        <OpenButton open={open} close="Close" change="Change the rules" disabled={offer === null} onOpen={setOpen} />
      </div>
      <div class="recipe-fields">
        <PageSetting {...{ session, page }} name="unit" />
        {offer !== null && <ExportKinds session={session} one={offer.one} />}
      </div>
      {open && offer !== null && (
        <KindList
          {...{ rules, offer }}
          own={text !== ""}
          onChange={change}
          onReset={() => session.setSetting(page.id, "kinds", "")}
        />
      )}
      {roles !== null && <ColumnRoles {...{ session, page, roles }} />}
    </section>
  );
}

interface KindListProps {
  readonly rules: readonly KindRule[];
  readonly offer: KindsOffer;
  readonly own: boolean;
  readonly onChange: (rules: readonly KindRule[]) => void;
  readonly onReset: () => void;
}

function KindList({ rules, offer, own, onChange, onReset }: KindListProps) {
  const known = offer.features.find(({ why }) => why === null)?.key ?? "events";
  const cameOf = (rule: KindRule) => offer.kinds.find((came) => kindsText([came.rule]) === kindsText([rule])) ?? null;
  return (
    <div class="kind-list">
      <p class="field-help">
        The first rule whose conditions are all met wins. Changes apply at once and travel with the link.
      </p>
      <ol role="list" aria-label="Kinds in the order in which they are tried">
        {rules.map((rule, at) => (
          <KindRow key={at} {...{ rules, at, offer, onChange }} came={cameOf(rule)} />
        ))}
      </ol>
      <div class="feature-add">
        <button
          type="button"
          class="button"
          disabled={rules.length >= MOST_KINDS}
          onClick={() => onChange(withKind(rules, firstCondition(known)))}
        >
          Add a kind
        </button>
        <button type="button" class="button" disabled={!own} onClick={onReset}>
          Use the rules that suit the log
        </button>
      </div>
    </div>
  );
}

function ExportKinds({ session, one }: { readonly session: Session; readonly one: string }) {
  const save = async (): Promise<void> => {
    try {
      saveFile(await session.exports.customers("csv"), "customers-with-kinds.csv");
    } catch (error) {
      console.error(error);
      say("The customers could not be written.", "problem");
    }
  };
  return (
    <div class="field">
      <span class="field-label">Take along</span>
      <button type="button" class="button" onClick={() => void save()}>
        <Icon name="export" size={16} /> Customers with kinds, CSV
      </button>
      <p class="field-help">
        {one === "visit"
          ? "Each customer has kind and segment of its latest visit."
          : "Each customer has its kind and segment beside it."}
      </p>
    </div>
  );
}
