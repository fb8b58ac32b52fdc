/** Something a person can mend: one plain sentence, and what to do next. Anything else thrown is a bug. */
export class UserError extends Error {
  override readonly name = "UserError";
  constructor(
    message: string,
    readonly next: string,
  ) {
    super(message);
  }
}

/** No customer can be found by the roles as they are: the person has to choose another column. */
export class RoleError extends UserError {}

/** The tables have outgrown what the tab may use; the engine lives, and what it was doing has left nothing behind. */
export class MemoryError extends UserError {}

/** A thread ended under the work: what it held is gone, and the same work may succeed when it is done again. */
export class StoppedError extends UserError {}
