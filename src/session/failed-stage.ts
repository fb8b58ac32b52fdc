import { RoleError } from "../data/user-error";
import { failure } from "./failure";
import type { Stage } from "./session";

/** Where the workbench stands after an error: a person can choose another column for the customer; anything else is told. */
export function failedStage(error: unknown, before: Stage): Stage {
  if (error instanceof RoleError) return { name: "mapping", why: `${error.message} ${error.next}` };
  const doing = before.name === "loading" ? before.doing : "making the tables of the view";
  return { name: "failed", ...failure(error, doing) };
}
