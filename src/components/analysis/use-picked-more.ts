import { useEffect, useState } from "preact/hooks";
import type { Figure, Picked } from "../../charts/figure";
import type { PageContent } from "../../session/session";
import { say } from "../shell/toasts";

interface Found {
  readonly of: Picked;
  readonly figures: readonly Figure[];
}

/** The same at every call, so that nothing is made anew for it. */
const NONE: readonly Figure[] = [];

/** Figures about the customers picked out that take computing; those of an earlier pick are dropped and no longer computed. */
export function usePickedMore(
  content: PageContent | null,
  picked: Picked | null,
): { readonly figures: readonly Figure[]; readonly looking: boolean } {
  const [found, setFound] = useState<Found | null>(null);
  const more = content?.pickedMore ?? null;
  useEffect(() => {
    if (picked === null || more === null) return setFound(null);
    const stop = new AbortController();
    more(picked, stop.signal)
      .then((figures) => {
        if (!stop.signal.aborted) setFound({ of: picked, figures });
      })
      .catch((error: unknown) => {
        if (stop.signal.aborted) return;
        console.error(error);
        setFound({ of: picked, figures: [] });
        say("Similar customers could not be found.", "problem");
      });
    return () => stop.abort();
  }, [picked, more]);
  const there = found !== null && found.of === picked;
  return { figures: there ? found.figures : NONE, looking: picked !== null && more !== null && !there };
}
