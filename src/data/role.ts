/**
 * What a column can mean. Applications carry their label: `app:Gaming` (both directions together),
 * `app-dl:Gaming`, `app-ul:Gaming`. `none` is a column that plays no part.
 */
export type Role = FixedRole | `app:${string}` | `app-dl:${string}` | `app-ul:${string}`;

export const FIXED_ROLES = [
  "none",
  "customer",
  "session",
  "sessions",
  "start",
  "start-ms",
  "end",
  "end-ms",
  "duration",
  "download",
  "upload",
  "traffic",
  "rtt",
  "rtt-dl",
  "rtt-ul",
  "throughput",
  "throughput-dl",
  "throughput-ul",
  "tcp",
  "tcp-dl",
  "tcp-ul",
  "handset",
  "maker",
  "location",
] as const;

export type FixedRole = (typeof FIXED_ROLES)[number];

/** A guess, or a person's correction (confidence 1, why "chosen by you"). */
export interface RoleAssignment {
  readonly column: string;
  readonly role: Role;
  /** 0 … 1. */
  readonly confidence: number;
  /** In words: "name says download; all values are whole bytes". */
  readonly why: string;
}
