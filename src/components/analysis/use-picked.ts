import { useEffect, useState } from "preact/hooks";
import type { Figure, Picked } from "../../charts/figure";
import type { PageContent } from "../../session/session";
import type { TakePicked } from "../chart/picking";

/** The customers picked out on a page, and its figures as they follow. */
export interface PickedView {
  readonly picked: Picked | null;
  readonly take: TakePicked;
  readonly figures: readonly Figure[];
}

/** Keeps what is picked out for as long as the customers stay the same, and lets every figure that can follow it. */
export function usePicked(content: PageContent | null): PickedView {
  const [picked, take] = useState<Picked | null>(null);
  const customers = content?.customers ?? null;
  useEffect(() => take(null), [customers]);
  const fits = picked !== null && picked.length === customers?.length;
  const figures = content?.figures ?? [];
  return {
    picked: fits ? picked : null,
    take,
    figures:
      fits && content !== null
        ? [...content.picked(picked), ...figures.map((figure) => figure.follow?.(picked) ?? figure)]
        : figures,
  };
}
