/**
 * A computation that cannot be done with what was given; the message is one plain sentence for the person. Anything else
 * thrown here is a bug.
 */
export class InputError extends RangeError {
  override readonly name = "InputError";
}
