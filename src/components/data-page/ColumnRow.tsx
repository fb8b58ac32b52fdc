import type { JSX } from "preact";
import type { ColumnProfile } from "../../data/profile";
import type { Role, RoleAssignment } from "../../data/role";
import { columnProblems, distinctWords, kindWord } from "./column-facts";
import { MissingBar } from "./MissingBar";
import { RoleSelect } from "./RoleSelect";
import { Sparkline } from "./Sparkline";
import { ValueSummary } from "./ValueSummary";

interface Props {
  readonly assignment: RoleAssignment;
  /** Undefined until the column has been read. */
  readonly profile: ColumnProfile | undefined;
  readonly onRole: (column: string, role: Role) => void;
}

/** One column of the file: what it is called, what it holds, what is missing, what it means. */
export function ColumnRow({ assignment, profile, onRole }: Props): JSX.Element {
  const { column } = assignment;
  return (
    <li class="dp-column">
      <div class="dp-name">
        <strong title={column} dir="auto">
          {column === "" ? "(no name)" : column}
        </strong>
        <span class="dp-small">
          {profile === undefined ? "being read" : `${profile.fileType}, ${kindWord(profile.kind)}`}
        </span>
        <Problems assignment={assignment} profile={profile} />
      </div>
      {profile === undefined ? <Waiting /> : <Facts profile={profile} />}
      <RoleSelect assignment={assignment} onChange={(role) => onRole(column, role)} />
    </li>
  );
}

function Facts({ profile }: { profile: ColumnProfile }): JSX.Element {
  return (
    <>
      <div class="dp-shape">
        {profile.numbers !== null && profile.kind !== "id" && (
          <Sparkline numbers={profile.numbers} kind={profile.kind} />
        )}
      </div>
      <ValueSummary profile={profile} />
      <div class="dp-counts">
        <MissingBar profile={profile} />
        <span class="dp-small">{distinctWords(profile)}</span>
      </div>
    </>
  );
}

function Waiting(): JSX.Element {
  return (
    <>
      <div class="dp-skeleton" />
      <div class="dp-skeleton" />
      <div class="dp-skeleton" />
    </>
  );
}

function Problems({ assignment, profile }: Pick<Props, "assignment" | "profile">): JSX.Element | null {
  const problems = columnProblems(profile, assignment);
  return problems.length === 0 ? null : <span class="dp-warning">{problems.join(", ")}</span>;
}
