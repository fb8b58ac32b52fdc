import { FIXED_ROLES, type Role } from "../role";

/** True for a fixed role or a labelled application ("app:Gaming"). */
export const isRole = (text: string): text is Role =>
  (FIXED_ROLES as readonly string[]).includes(text) || /^app(?:-dl|-ul)?:.+$/u.test(text);
