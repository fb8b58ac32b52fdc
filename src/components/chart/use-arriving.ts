import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Figure } from "../../charts/figure";
import { atNextFrame } from "./next-frame";
import { quiet } from "./quiet";

/** Cards made, or made anew, in one frame. */
const AT_ONCE = 3;

/**
 * The figures as they are to be shown by now. A page of cards takes longer to make and to lay out than a page may stand
 * still, so a few come in each frame, in their order; one whose turn has not come is what it was before, or not there yet.
 */
export function useArriving(figures: readonly Figure[]): {
  /** By their ids; those that are not there yet are not in it. */
  readonly shown: ReadonlyMap<string, Figure>;
  readonly arriving: boolean;
} {
  const before = useRef<ReadonlyMap<string, Figure>>(new Map());
  const [turn, setTurn] = useState({ figures, count: AT_ONCE });
  const count = turn.figures === figures ? turn.count : AT_ONCE;
  const arriving = count < figures.length;
  const shown = new Map(
    figures.flatMap((figure, at) => {
      const now = at < count ? figure : before.current.get(figure.id);
      return now === undefined ? [] : [[figure.id, now] as const];
    }),
  );
  useLayoutEffect(() => {
    before.current = shown;
    if (arriving) void quiet();
    return arriving ? atNextFrame(() => setTurn({ figures, count: count + AT_ONCE })) : undefined;
  }, [figures, count]);
  useEffect(() => {
    // Paper has all of them.
    const all = (): void => setTurn({ figures, count: figures.length });
    addEventListener("beforeprint", all);
    return () => removeEventListener("beforeprint", all);
  }, [figures]);
  return { shown, arriving };
}
