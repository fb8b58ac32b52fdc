import { FIXED_ROLES, type FixedRole, type Role, type RoleAssignment } from "../role";

const LABELS: Readonly<Record<FixedRole, string>> = {
  none: "Not used",
  customer: "Customer",
  session: "Session identifier",
  sessions: "Number of sessions",
  start: "Start time",
  "start-ms": "Milliseconds of the start",
  end: "End time",
  "end-ms": "Milliseconds of the end",
  duration: "Duration",
  download: "Download",
  upload: "Upload",
  traffic: "Traffic (both directions)",
  rtt: "Round-trip time",
  "rtt-dl": "Round-trip time, downlink",
  "rtt-ul": "Round-trip time, uplink",
  throughput: "Throughput",
  "throughput-dl": "Throughput, downlink",
  "throughput-ul": "Throughput, uplink",
  tcp: "TCP retransmission",
  "tcp-dl": "TCP retransmission, downlink",
  "tcp-ul": "TCP retransmission, uplink",
  handset: "Handset type",
  maker: "Handset manufacturer",
  location: "Location",
};

/** What a role is called on the screen: "Download", "Gaming, downlink". */
export function roleLabel(role: Role): string {
  if (role.startsWith("app-dl:")) return `${role.slice(7)}, downlink`;
  if (role.startsWith("app-ul:")) return `${role.slice(7)}, uplink`;
  if (role.startsWith("app:")) return `${role.slice(4)}, both directions`;
  return LABELS[role as FixedRole];
}

/** Roles offered for one column: the fixed ones, the applications found in the file, and this column's own as an application. */
export function choosableRoles(assignments: readonly RoleAssignment[], ownLabel: string): readonly Role[] {
  const found = assignments.map(({ role }) => role).filter((role) => role.startsWith("app"));
  const own: readonly Role[] = ownLabel === "" ? [] : [`app:${ownLabel}`, `app-dl:${ownLabel}`, `app-ul:${ownLabel}`];
  return [...new Set<Role>([...FIXED_ROLES, ...found, ...own])];
}
