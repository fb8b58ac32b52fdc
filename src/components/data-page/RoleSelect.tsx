import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import type { Role, RoleAssignment } from "../../data/role";
import { ApplicationName } from "./ApplicationName";
import { certainty, certaintyWord } from "./confidence";
import {
  type ApplicationKind,
  isApplicationKind,
  readChoice,
  ROLE_GROUPS,
  roleLabel,
  splitRole,
  suggestApplication,
} from "./role-labels";

interface Props {
  readonly assignment: RoleAssignment;
  readonly onChange: (role: Role) => void;
}

/** What a column means, with how sure the guess is and why; a choice for an application asks for its name. */
export function RoleSelect({ assignment, onChange }: Props): JSX.Element {
  const id = useId();
  const current = splitRole(assignment.role);
  // A kind of application that was chosen and still waits for its name.
  const [pending, setPending] = useState<ApplicationKind | null>(null);
  const kind = pending ?? (isApplicationKind(current.choice) ? current.choice : null);
  const choose = (value: string): void => {
    const choice = readChoice(value);
    if (choice === null) return;
    if (!isApplicationKind(choice)) {
      setPending(null);
      onChange(choice);
    } else if (current.application !== "") onChange(`${choice}:${current.application}`);
    else setPending(choice);
  };
  return (
    <div class={kind === null ? "dp-role" : "dp-role dp-role-named"}>
      <label class="visually-hidden" for={id}>
        Meaning of {assignment.column}
      </label>
      <select id={id} value={kind ?? current.choice} onChange={(event) => choose(event.currentTarget.value)}>
        <Options />
      </select>
      {kind !== null && (
        <ApplicationName
          key={`${kind}:${current.application}`}
          column={assignment.column}
          name={current.application || suggestApplication(assignment.column)}
          asking={pending !== null}
          onName={(name) => {
            setPending(null);
            onChange(`${kind}:${name}`);
          }}
          onCancel={() => setPending(null)}
        />
      )}
      <Certainty assignment={assignment} />
    </div>
  );
}

function Options(): JSX.Element {
  return (
    <>
      {ROLE_GROUPS.map((group) => (
        <optgroup key={group.label} label={group.label}>
          {group.choices.map((choice) => (
            <option key={choice} value={choice}>
              {roleLabel(choice)}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  );
}

function Certainty({ assignment }: { assignment: RoleAssignment }): JSX.Element | null {
  if (assignment.role === "none" && assignment.why === "") return null;
  const level = certainty(assignment);
  return (
    <p class={`dp-certainty dp-certainty-${level}`}>
      <span class="dp-bar" aria-hidden="true">
        <span style={{ width: `${100 * Math.min(1, Math.max(0, assignment.confidence))}%` }} />
      </span>
      <span class="dp-certainty-word">{certaintyWord(level)}</span>
      {level !== "yours" && assignment.why !== "" && <span class="dp-why">: {assignment.why}</span>}
    </p>
  );
}
