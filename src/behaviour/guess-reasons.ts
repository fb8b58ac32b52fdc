import type { TableColumn } from "../data/table/table-column";
import type { ColumnRole } from "../analyses/analysis";
import { guessJourney } from "./guess-journey";
import { says } from "./label-words";
import { ROLE_WORDS } from "./role-words";
import type { JourneyRoles } from "./roles";

type Part = Exclude<keyof typeof ROLE_WORDS, "basket">;

/** In the order in which they are shown; each is the setting of that name. */
const PARTS: readonly Part[] = ["what", "when", "session", "order", "quantity", "price", "amount"];

/** Without these there is little to follow, so that none is worth a look. */
const NEEDED: readonly Part[] = ["what", "when"];

/** What each column of a log was taken for and why, and what could be chosen in its place. Pure. */
export function journeyRoles(columns: readonly TableColumn[]): readonly ColumnRole[] {
  const guessed = guessJourney(columns);
  const there = columns.filter(({ kind, role }) => kind !== "empty" && role !== "customer");
  return PARTS.map((part) => ({
    setting: part,
    ...reasonOf(part, guessed, there),
    columns: there.filter((column) => canBe(part, column)).map(({ label }) => label),
  }));
}

function canBe(part: Part, { kind }: TableColumn): boolean {
  if (part === "when") return kind === "moment";
  return part === "what" || part === "session" || kind === "number" || kind === "integer";
}

type Reason = Pick<ColumnRole, "guessed" | "why" | "sure">;

function reasonOf(part: Part, roles: JourneyRoles, there: readonly TableColumn[]): Reason {
  const { when } = roles;
  if (part === "when" && when?.by === "date") {
    const guessed = [when.year, when.month, when.day].map(({ label }) => label).join(", ");
    return { guessed, why: "Year, month and day are in three columns.", sure: true };
  }
  const column = part === "when" ? (when?.by === "moment" ? when.column : null) : roles[part];
  if (column === null) return { guessed: null, why: ABSENT[part], sure: !NEEDED.includes(part) };
  const meant = column.role === "session" || column.role === "start";
  const word = ROLE_WORDS[part].find((one) => says(column.label, [one]) > 0);
  if (word !== undefined) return { guessed: column.label, why: `Its name says “${word}”.`, sure: true };
  if (meant) return { guessed: column.label, why: `The Data page takes it for the ${ROLE_NAMES[part]}.`, sure: true };
  return { guessed: column.label, ...byContent(part, there) };
}

/** No name said it, so its values did. */
function byContent(part: Part, there: readonly TableColumn[]): Pick<Reason, "why" | "sure"> {
  if (part !== "when") return { why: "No name says it; these words have the fewest different values.", sure: false };
  const only = there.filter(({ kind }) => kind === "moment").length === 1;
  return only
    ? { why: "The only column with times.", sure: true }
    : { why: "The first column with times.", sure: false };
}

const ROLE_NAMES: Readonly<Partial<Record<Part, string>>> = { when: "start", session: "session" };

const ABSENT: Readonly<Record<Part, string>> = {
  what: "No column has names of events, so every row is the same event.",
  when: "No column has times, so events stand in the order of the file.",
  session: "No column is named for it, so visits are made another way.",
  order: "No column counts events and is named for it; they are ordered by time.",
  quantity: "No number is named for it.",
  price: "No number is named for it.",
  amount: "No number is named for it; quantity times price where both are there.",
};
