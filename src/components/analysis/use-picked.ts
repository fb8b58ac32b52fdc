import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Figure, Picked } from "../../charts/figure";
import type { PageContent } from "../../session/session";
import type { TakePicked } from "../chart/picking";
import { usePickedMore } from "./use-picked-more";

/** The customers picked out on a page, and its figures as they follow. */
export interface PickedView {
  readonly picked: Picked | null;
  readonly take: TakePicked;
  readonly figures: readonly Figure[];
  /** Figures about those picked out are still being computed. */
  readonly looking: boolean;
}

/** Keeps what is picked out for as long as the customers stay the same, and lets every figure that can follow it. */
export function usePicked(content: PageContent | null): PickedView {
  const [picked, take] = useState<Picked | null>(null);
  const customers = content?.customers ?? null;
  const before = useRef(customers);
  useEffect(() => {
    if (!areSame(before.current, customers)) take(null);
    before.current = customers;
  }, [customers]);
  const kept = picked !== null && areSame(before.current, customers) ? picked : null;
  const { figures: more, looking } = usePickedMore(content, kept);
  const figures = useMemo(() => {
    if (content === null) return [];
    if (kept === null) return content.figures;
    return [...content.picked(kept), ...more, ...content.figures.map((figure) => figure.follow?.(kept) ?? figure)];
  }, [content, kept, more]);
  return { picked: kept, take, looking, figures };
}

/** The same customers at the same places, as after a setting that leaves them as they are. */
function areSame(a: Int32Array | null, b: Int32Array | null): boolean {
  if (a === b) return true;
  return a !== null && b !== null && a.length === b.length && a.every((one, place) => one === b[place]);
}
