import type { JSX } from "preact";
import { useState } from "preact/hooks";

interface TypedInputProps extends Omit<
  JSX.InputHTMLAttributes<HTMLInputElement>,
  "value" | "onInput" | "onChange" | "onBlur"
> {
  readonly value: string;
  /** Called with the text once it is entered or left; where nothing follows from it, the field shows `value` again. */
  readonly onTake: (text: string) => void;
}

/** A field whose text is the person's until they enter or leave it: a page that is drawn anew meanwhile takes none of it away. */
export function TypedInput({ value, onTake, ...rest }: TypedInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      {...rest}
      value={typed ?? value}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onChange={(event) => {
        setTyped(null);
        onTake(event.currentTarget.value);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
