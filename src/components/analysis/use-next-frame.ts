import { useLayoutEffect, useState } from "preact/hooks";
import { atNextFrame } from "../chart/next-frame";

/**
 * False in the frame in which another page comes up, true from the next one on. What goes and what comes would together hold
 * the page's thread for longer than a person should wait.
 */
export function useNextFrame(page: string): boolean {
  const [settled, setSettled] = useState("");
  useLayoutEffect(() => atNextFrame(() => setSettled(page)), [page]);
  return settled === page;
}
