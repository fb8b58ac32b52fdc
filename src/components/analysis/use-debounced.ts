import { useEffect, useRef, useState } from "preact/hooks";

/**
 * A value that shows at once. Its first change is reported at once too, those that follow quickly only when the hand rests,
 * so that a slider answers immediately and yet does not start a computation per pixel.
 * What is not reported yet when the field goes away (a panel closed right after typing) is reported then. A value that
 * arrives from outside (undo, a link) replaces what is shown.
 */
export function useDebounced<T>(value: T, report: (value: T) => void, waitMs = 120): readonly [T, (value: T) => void] {
  const [shown, setShown] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const waiting = useRef<(() => void) | null>(null);
  const changed = useRef(-Infinity);
  const reported = useRef<T | undefined>(undefined);
  useEffect(() => {
    // The echo of an own report: the hand may have moved on since. Later the same value may come from outside (redo).
    const echo = value === reported.current;
    reported.current = undefined;
    if (echo) return;
    clearTimeout(timer.current);
    waiting.current = null;
    setShown(value);
  }, [value]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      waiting.current?.();
    },
    [],
  );
  const change = (next: T) => {
    setShown(next);
    const resting = performance.now() - changed.current > waitMs;
    changed.current = performance.now();
    clearTimeout(timer.current);
    waiting.current = () => {
      waiting.current = null;
      reported.current = next;
      report(next);
    };
    if (resting) waiting.current();
    else timer.current = setTimeout(() => waiting.current?.(), waitMs);
  };
  return [shown, change];
}
