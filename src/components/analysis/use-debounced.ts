import { useEffect, useRef, useState } from "preact/hooks";

/**
 * A value that shows at once and is reported when the hand rests, so that a slider does not start a computation per pixel.
 * A value that arrives from outside (undo, a link) replaces what is shown.
 */
export function useDebounced<T>(value: T, report: (value: T) => void, waitMs = 120): readonly [T, (value: T) => void] {
  const [shown, setShown] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    clearTimeout(timer.current);
    setShown(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (next: T) => {
    setShown(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => report(next), waitMs);
  };
  return [shown, change];
}
