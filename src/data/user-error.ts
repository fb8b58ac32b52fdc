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
