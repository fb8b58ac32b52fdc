import type { FixedRole, Role } from "../../data/role";

/** The three ways a column can carry the traffic of an application; the application's name comes after the colon. */
export const APPLICATION_KINDS = ["app", "app-dl", "app-ul"] as const;

export type ApplicationKind = (typeof APPLICATION_KINDS)[number];

/** What the role select offers: every fixed role, and the applications without their names. */
export type RoleChoice = FixedRole | ApplicationKind;

const LABELS: Readonly<Record<RoleChoice, string>> = {
  none: "Not used",
  customer: "Customer",
  session: "Session id",
  sessions: "Number of sessions",
  start: "Start",
  "start-ms": "Start, milliseconds",
  end: "End",
  "end-ms": "End, milliseconds",
  duration: "Duration",
  download: "Download",
  upload: "Upload",
  traffic: "Total traffic",
  app: "Application traffic…",
  "app-dl": "Application download…",
  "app-ul": "Application upload…",
  rtt: "Round-trip time",
  "rtt-dl": "Round-trip time, download",
  "rtt-ul": "Round-trip time, upload",
  throughput: "Throughput",
  "throughput-dl": "Throughput, download",
  "throughput-ul": "Throughput, upload",
  tcp: "TCP retransmission",
  "tcp-dl": "TCP retransmission, download",
  "tcp-ul": "TCP retransmission, upload",
  handset: "Handset type",
  maker: "Handset maker",
  location: "Location",
};

export interface RoleGroup {
  readonly label: string;
  readonly choices: readonly RoleChoice[];
}

/** The select's groups, in the order a person thinks of them. */
export const ROLE_GROUPS: readonly RoleGroup[] = [
  { label: "Customer", choices: ["customer", "session", "sessions"] },
  { label: "Time", choices: ["start", "start-ms", "end", "end-ms", "duration"] },
  { label: "Traffic", choices: ["download", "upload", "traffic"] },
  { label: "Applications", choices: APPLICATION_KINDS },
  {
    label: "Experience",
    choices: ["rtt", "rtt-dl", "rtt-ul", "throughput", "throughput-dl", "throughput-ul", "tcp", "tcp-dl", "tcp-ul"],
  },
  { label: "Device", choices: ["handset", "maker"] },
  { label: "Place", choices: ["location"] },
  { label: "Not used", choices: ["none"] },
];

/** A role's name for people. */
export function roleLabel(choice: RoleChoice): string {
  return LABELS[choice];
}

/** Whether a choice needs the name of an application beside it. */
export function isApplicationKind(choice: string): choice is ApplicationKind {
  return (APPLICATION_KINDS as readonly string[]).includes(choice);
}

/** Reads what a select gave back; null for anything it does not offer. */
export function readChoice(value: string): RoleChoice | null {
  return Object.hasOwn(LABELS, value) ? (value as RoleChoice) : null;
}

/** Takes a role apart into what the select shows and the application's name (empty for every other role). */
export function splitRole(role: Role): { readonly choice: RoleChoice; readonly application: string } {
  const colon = role.indexOf(":");
  const kind = colon < 0 ? role : role.slice(0, colon);
  return { choice: readChoice(kind) ?? "none", application: colon < 0 ? "" : role.slice(colon + 1) };
}

/**
 * A name to start from when a column becomes an application's: the column's name without direction and unit
 * ("Social Media DL (Bytes)" gives "Social Media"); the whole name where nothing else would be left.
 */
export function suggestApplication(column: string): string {
  const bare = column
    .replace(/\([^()]*\)/gu, " ")
    .replace(/[_\-.]+/gu, " ")
    .replace(/\b(dl|ul|down|up|download|upload|downlink|uplink|bytes?|total|traffic|volume|data)\b/giu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return bare === "" ? column.trim() : bare;
}
