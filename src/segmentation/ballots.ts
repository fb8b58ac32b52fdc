import type { HowMany } from "./how-many";

/** What one index prefers, and how far that can be relied on. */
export interface Ballot {
  readonly label: string;
  /** Null where it has no answer. */
  readonly k: number | null;
  readonly decides: string;
  readonly misleads: string;
}

/** The vote of every index that was measured. */
export function ballots({ curve, gap, bics }: HowMany): readonly Ballot[] {
  const prefers = (index: string): number | null => curve.preferred.find((one) => one.index === index)?.k ?? null;
  const mixture = bics.length === 0 ? null : bics.reduce((least, one) => (one.bic < least.bic ? one : least)).k;
  return [
    {
      label: "Inertia (knee)",
      k: prefers("inertia"),
      decides: "where another segment stops helping much",
      misleads: "the curve often bends smoothly, and then the knee depends on how far one looks",
    },
    {
      label: "Silhouette",
      k: prefers("silhouette"),
      decides: "the highest mean separation",
      misleads: "prefers few, round, equally wide segments",
    },
    {
      label: "Calinski-Harabasz",
      k: prefers("calinskiHarabasz"),
      decides: "the most spread between for the spread within",
      misleads: "prefers equally sized, round segments",
    },
    {
      label: "Davies-Bouldin",
      k: prefers("daviesBouldin"),
      decides: "the least likeness of the most alike pair",
      misleads: "a single far, tiny segment makes it look good",
    },
    {
      label: "Gap statistic",
      k: gap.preferred,
      decides: "the first k that beats data without groups by as much as the next",
      misleads: "skewed features look grouped against an even spread",
    },
    ...(mixture === null
      ? []
      : [
          {
            label: "BIC of mixtures",
            k: mixture,
            decides: "the likeliest mixture for what it costs to say",
            misleads: "several ellipses may share one bent segment",
          },
        ]),
  ];
}
