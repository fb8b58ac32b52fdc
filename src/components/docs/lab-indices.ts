import type { Note } from "./Notes";

/** What is to be known of every index of the clustering lab. */
export const LAB_INDICES: readonly Note[] = [
  {
    title: "Inertia and its knee",
    facts: [
      [
        "Is",
        "The sum of squared distances of customers to the centre of their own segment. It falls with every further segment.",
      ],
      [
        "Prefers",
        "The knee: with both axes scaled to 0 … 1, the point farthest below the straight line between the ends. A nearly straight curve has none.",
      ],
      ["Source", "Satopää and others 2011 (kneedle, without smoothing)."],
      ["Misleads", "The curve often bends smoothly, and then the knee depends on how far one looks."],
    ],
  },
  {
    title: "Silhouette",
    facts: [
      [
        "Is",
        "(b - a) / the larger of both, averaged: a is a customer's mean distance to the own segment, b to the nearest other one. From -1 to 1.",
      ],
      ["Prefers", "The highest."],
      [
        "Many rows",
        "For the segments shown it is exact up to 20,000 customers. Of more, randomly drawn ones are measured against all, with as many distances as among 20,000 (at least 1,000 customers, and 30 of each segment), with a 95 % interval.",
      ],
      ["Source", "Rousseeuw 1987."],
      ["Misleads", "It prefers few, round, equally wide segments, so a right answer of another shape scores low."],
    ],
  },
  {
    title: "Calinski-Harabasz",
    facts: [
      ["Is", "Spread between the segments over spread within them, each divided by its degrees of freedom."],
      [
        "Prefers",
        "The highest. Its size grows with the number of customers, so it compares only answers on the same ones.",
      ],
      ["Source", "Caliński and Harabasz 1974."],
      ["Misleads", "It prefers equally sized, round segments."],
    ],
  },
  {
    title: "Davies-Bouldin",
    facts: [
      [
        "Is",
        "For each segment, how alike it is to the one most like it: the sum of their widths (mean distance to the centre) over the distance of their centres; then the mean.",
      ],
      ["Prefers", "The lowest."],
      ["Source", "Davies and Bouldin 1979."],
      ["Misleads", "A single far, tiny segment makes it look good."],
    ],
  },
  {
    title: "Gap statistic",
    facts: [
      [
        "Is",
        "How much lower the logarithm of the spread within segments is than its mean over 10 references, spread evenly over the range of each feature.",
      ],
      ["Prefers", "The smallest k whose gap is no less than that of k + 1 minus its standard error. It may prefer 1."],
      ["Many rows", "Up to 5,000 rows, of more that many drawn at random."],
      ["Source", "Tibshirani, Walther and Hastie 2001."],
      ["Misleads", "Skewed or related features look grouped against an even spread."],
    ],
  },
  {
    title: "BIC of mixtures",
    facts: [
      [
        "Is",
        "Number of free parameters × log of the rows, minus twice the log-likelihood. Shown where the algorithm is a Gaussian mixture.",
      ],
      ["Prefers", "The lowest."],
      ["Many rows", "Up to 5,000 rows, of more that many drawn at random."],
      ["Source", "Schwarz 1978."],
      ["Misleads", "It counts ellipses, and several of them may share one bent segment."],
    ],
  },
  {
    title: "Bootstrap stability",
    facts: [
      [
        "Is",
        "20 times as many customers as there are are drawn with putting back and grouped by k-means; all are put into those groups and compared with the groups of all by the adjusted Rand index. The mean is shown with the 2.5 and 97.5 % percentiles, and for each segment the mean Jaccard index with the most alike one found.",
      ],
      ["Prefers", "Nothing by itself. A segment is called stable from 0.75, and dissolves below 0.5."],
      ["Many rows", "Up to 20,000 rows, of more that many drawn at random."],
      ["Source", "Hennig 2007."],
      [
        "Misleads",
        "Few wide segments are stable even where nothing is grouped. It tests k-means with the same k, whatever algorithm is in use.",
      ],
    ],
  },
  {
    title: "Adjusted Rand index (ARI)",
    facts: [
      [
        "Is",
        "The share of pairs of customers that two groupings treat alike, corrected for chance: 1 is the same grouping, about 0 is chance. Noise counts as a group of its own.",
      ],
      ["Used for", "Stability, the agreement of algorithms, and the parity table below."],
      ["Source", "Hubert and Arabie 1985."],
      ["Misleads", "Large groups decide it. Agreement of two algorithms that look for the same thing says little."],
    ],
  },
];
