import { useState } from "preact/hooks";
import type { PageContent, PageEntry, Session } from "../../session/session";
import { ChoiceField } from "../analysis/ChoiceField";
import { OpenButton } from "../analysis/OpenButton";
import { PageSetting } from "../analysis/PageSetting";
import { ownValue } from "../analysis/settings-words";
import { ColumnRoles } from "../behaviour/ColumnRoles";
import { FunnelEditor } from "./FunnelEditor";
import { readRows, rowsText, type FunnelRow } from "./funnel-rows";
import { funnelWords } from "./funnel-words";
import "../segments/segments.css";
import "./journeys.css";

interface JourneyRecipeProps {
  readonly session: Session;
  readonly page: PageEntry;
  /** What is shown of it; null until there is something. */
  readonly content: PageContent | null;
}

/** How the funnel is counted: always at hand. The rest is in the settings panel. */
const AT_HAND = ["count", "sequence", "window", "windowUnit"];

/** The funnel and how it is counted, and what the columns of the log are for. */
export function JourneyRecipe({ session, page, content }: JourneyRecipeProps) {
  const [open, setOpen] = useState(false);
  const view = session.view.value;
  const offer = content?.funnels ?? null;
  const roles = session.columnRoles(page.id);
  const text = String(ownValue(view, page, "funnel"));
  const rows = readRows(text === "" ? (offer?.guess ?? "") : text);
  const take = (funnel: string) => session.looks.take(page.id, { settings: { funnel } });
  return (
    <section class="card recipe" aria-label="The funnel, and what the columns are for">
      <div class="recipe-features">
        <h2 class="recipe-title">
          Funnel
          <span class="field-count">{text === "" ? "guessed by the names of events" : "as you made it"}</span>
        </h2>
        <p class="recipe-chips">{rows === null ? "The events are being read." : funnelWords(rows)}</p>
        <div class="funnel-buttons">
          <OpenButton
            open={open}
            close="Close the steps"
            change="Change steps"
            disabled={offer === null}
            onOpen={setOpen}
          />
          <button type="button" class="button" disabled={text === ""} onClick={() => take("")}>
            Use the guess again
          </button>
        </div>
        {offer !== null && offer.ready.length > 0 && (
          <div class="funnel-buttons" role="group" aria-label="Ready-made funnels">
            {offer.ready.map(({ label, note, settings }) => (
              <button
                key={label}
                type="button"
                class="chip"
                title={note}
                aria-pressed={isSet(session, page, settings)}
                onClick={() => session.looks.take(page.id, { settings })}
              >
                {label}
              </button>
            ))}
          </div>
        )}
      </div>
      <div class="recipe-fields">
        {AT_HAND.map((name) => (
          <PageSetting key={name} {...{ session, page, name }} />
        ))}
        <CompareBy {...{ session, page, content }} />
      </div>
      {open && offer !== null && rows !== null && (
        <div class="funnel-open">
          <FunnelEditor
            rows={rows}
            offer={offer}
            fits={(next) => fits(page, next)}
            onChange={(next) => take(rowsText(next))}
          />
          <details class="funnel-text">
            <summary>As text</summary>
            <PageSetting {...{ session, page }} name="funnel" />
          </details>
        </div>
      )}
      {roles !== null && <ColumnRoles {...{ session, page, roles }} />}
    </section>
  );
}

/** The page takes these lines as its funnel. */
function fits(page: PageEntry, rows: readonly FunnelRow[]): boolean {
  const setting = page.settings["funnel"];
  const text = rowsText(rows);
  return setting?.kind === "text" && text !== "" && text.length <= setting.longest && setting.accepts(text);
}

/** Everything a ready-made funnel sets is so already. */
const isSet = (session: Session, page: PageEntry, settings: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(settings).every(([name, value]) => ownValue(session.view.value, page, name) === value);

/** The property whose values are compared, from the columns that can be one. */
function CompareBy({ session, page, content }: JourneyRecipeProps) {
  const setting = page.settings["by"];
  const properties = content?.funnels?.properties ?? null;
  if (setting === undefined || properties === null) return null;
  const value = String(ownValue(session.view.value, page, "by"));
  const [first] = properties;
  const listed = value === "" || properties.includes(value) ? properties : [value, ...properties];
  return (
    <ChoiceField
      {...setting}
      value={value}
      options={[
        { value: "", label: first === undefined ? "No column has few enough values" : `The first: ${first}` },
        ...listed.map((label) => ({ value: label, label })),
      ]}
      onChange={(by) => session.looks.take(page.id, { settings: { by, groups: [] } })}
    />
  );
}
