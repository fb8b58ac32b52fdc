import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** Focuses what is put on the screen; `wanted` is asked once. */
export function useFocus<T extends HTMLElement>(wanted: boolean): RefObject<T> {
  const target = useRef<T>(null);
  useEffect(() => {
    if (wanted) target.current?.focus();
  }, []);
  return target;
}

/** Gives the focus back to the opener of something that has gone away together with the focus. */
export function useFocusBack<T extends HTMLElement>(open: boolean): RefObject<T> {
  const opener = useRef<T>(null);
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !open && document.activeElement === document.body) opener.current?.focus();
    was.current = open;
  }, [open]);
  return opener;
}
