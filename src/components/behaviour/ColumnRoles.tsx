import { useState } from "preact/hooks";
import type { ColumnRole } from "../../analyses/analysis";
import type { PageEntry, Session } from "../../session/session";
import { ChoiceField } from "../analysis/ChoiceField";
import { OpenButton } from "../analysis/OpenButton";
import { ownValue } from "../analysis/settings-words";
import "./columns.css";

interface ColumnRolesProps {
  readonly session: Session;
  readonly page: PageEntry;
  readonly roles: readonly ColumnRole[];
}

/** The setting's word for no column. */
const NONE = "-";

/** What each column of the log is for, with what was guessed and why; open by itself where a guess is not sure. */
export function ColumnRoles({ session, page, roles }: ColumnRolesProps) {
  const [chosen, setChosen] = useState<boolean | null>(null);
  const view = session.view.value;
  const valueOf = ({ setting }: ColumnRole) => String(ownValue(view, page, setting));
  const unsure = roles.filter((role) => !role.sure && valueOf(role) === "");
  const open = chosen ?? unsure.length > 0;
  return (
    <div class="column-roles">
      <h3 class="recipe-title">
        Columns
        <span class="field-count">{unsure.length === 0 ? "clear from the file" : `${unsure.length} to look at`}</span>
      </h3>
      <p class="recipe-chips">{roles.flatMap((role) => used(role, valueOf(role), page)).join(" · ")}</p>
      <OpenButton open={open} close="Close the columns" change="Change columns" onOpen={setChosen} />
      {open && (
        <div class="recipe-fields">
          <WhoField session={session} />
          {roles.map((role) => (
            <ChoiceField
              key={role.setting}
              label={page.settings[role.setting]?.label ?? role.setting}
              help={`${page.settings[role.setting]?.help ?? ""} ${role.why}`}
              value={valueOf(role)}
              options={[
                { value: "", label: role.guessed === null ? "Guess: none" : `Guess: ${role.guessed}` },
                ...listed(role, valueOf(role)).map((label) => ({ value: label, label })),
                { value: NONE, label: "None" },
              ]}
              onChange={(value) => session.looks.take(page.id, { settings: { [role.setting]: value } })}
            />
          ))}
        </div>
      )}
    </div>
  );
}

/** A choice from a link is listed though the file has no such column. */
const listed = ({ columns }: ColumnRole, value: string): readonly string[] =>
  value === "" || value === NONE || columns.includes(value) ? columns : [value, ...columns];

/** “When: timestamp”; nothing where no column is used. */
function used({ setting, guessed }: ColumnRole, value: string, page: PageEntry): readonly string[] {
  const column = value === "" ? guessed : value === NONE ? null : value;
  return column === null ? [] : [`${page.settings[setting]?.label ?? setting}: ${column}`];
}

const UNITS = { customer: "a customer", session: "a session", row: "a row of the file" } as const;

/** Who is followed is decided for all pages at once. */
function WhoField({ session }: { readonly session: Session }) {
  const column = session.roles.value.find(({ role }) => role === "customer")?.column;
  const { unit } = session.dataset.value ?? {};
  return (
    <div class="field">
      <p class="field-label">Who</p>
      <p class="column-who">{column ?? (unit === undefined ? "" : `Each is ${UNITS[unit]}`)}</p>
      <p class="field-help">
        {`${column === undefined ? "No column names the customer." : "The column that names the customer."} Decided for all pages on the `}
        <button type="button" class="text-button" onClick={() => session.go("data")}>
          Data page
        </button>
        .
      </p>
    </div>
  );
}
