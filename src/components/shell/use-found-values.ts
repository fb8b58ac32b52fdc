import { useEffect, useState } from "preact/hooks";
import type { ListedValue } from "./value-list";

/** Asks for values that hold a text. */
export type FindValues = (text: string) => Promise<readonly ListedValue[]>;

export interface FoundValues {
  readonly values: readonly ListedValue[];
  /** The answer to what was typed last is not here yet. */
  readonly asking: boolean;
  readonly problem: string | null;
}

/** A pause in typing after which it is worth to ask. */
const PAUSE_MS = 200;

const NOTHING: FoundValues = { values: [], asking: false, problem: null };

/** What lies beyond a list, asked as one types; nothing where `find` is null, as all is listed. */
export function useFoundValues(find: FindValues | null, text: string): FoundValues {
  const [found, setFound] = useState(NOTHING);
  const wanted = find === null ? "" : text.trim();
  useEffect(() => {
    if (find === null || wanted === "") return setFound(NOTHING);
    let current = true;
    setFound(({ values }) => ({ values, asking: true, problem: null }));
    const ask = async (): Promise<void> => {
      const answer = await find(wanted).then(
        (values) => ({ values, asking: false, problem: null }),
        (error: unknown) => ({ ...NOTHING, problem: error instanceof Error ? error.message : String(error) }),
      );
      if (current) setFound(answer);
    };
    const later = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(later);
    };
    // `find` is made anew with every drawing; what it asks depends on the text alone.
  }, [find === null, wanted]);
  return found;
}
