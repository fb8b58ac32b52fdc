import type { Note } from "./Notes";

/** What is to be known of every algorithm of the clustering lab, in the order of its menu. */
export const LAB_ALGORITHMS: readonly Note[] = [
  {
    title: "k-means",
    facts: [
      [
        "Looks for",
        "Round groups of about equal width: the centres with the least sum of squared distances (inertia).",
      ],
      ["Settings", "Number of segments, restarts, seed."],
      [
        "Many rows",
        "Every row is used. Restarts compete on a summary of the rows and the best is improved by exchanging centres; then every row goes to its nearest centre until none changes, and single rows are moved while that helps. Time grows with rows × segments × features.",
      ],
      ["Source", "MacQueen 1967; Lloyd 1982; exchanges after Fränti 2018, single moves after Hartigan 1975."],
      [
        "Misleads",
        "It always answers with k groups, whether or not they are there; it cuts long or bent groups in pieces and lets a wide group lose its edge to a narrow one.",
      ],
    ],
  },
  {
    title: "Mini-batch k-means",
    facts: [
      ["Looks for", "The same as k-means, faster and a little less well."],
      ["Settings", "Number of segments, restarts, seed. Each step looks at 1,024 rows."],
      [
        "Many rows",
        "Steps end when ten in a row have not lowered the smoothed inertia, or after every row was drawn 100 times on average. Then every row goes to its nearest centre.",
      ],
      ["Source", "Sculley 2010, with scikit-learn's rules for rates, neglected centres and stopping."],
      [
        "Misleads",
        "As k-means; besides, another seed gives other segments more easily. A centre nobody is nearest to is dropped, and said so.",
      ],
    ],
  },
  {
    title: "k-medoids",
    facts: [
      [
        "Looks for",
        "Groups around a real customer, with the least sum of plain distances, so that extremes count less.",
      ],
      ["Settings", "Number of segments, distance (Euclidean or Manhattan), seed."],
      [
        "Many rows",
        "Up to 5,000 rows all of them are candidates; time grows with the square of the rows. Of more, five random samples of 2,500 compete by their sum of distances over every row (CLARA); every row then goes to its nearest medoid.",
      ],
      ["Source", "Kaufman and Rousseeuw 1990; FasterPAM of Schubert and Rousseeuw 2021."],
      [
        "Misleads",
        "Its groups are still round, or square with Manhattan. A medoid is one customer, and need not be usual in every feature.",
      ],
    ],
  },
  {
    title: "Gaussian mixture",
    facts: [
      ["Looks for", "Ellipses that may overlap, with a probability for every customer, by expectation-maximisation."],
      [
        "Settings",
        "Number of components, shape of the ellipses (any, one for all, along the axes, balls), restarts, seed.",
      ],
      [
        "Many rows",
        "Every row is used, in at most 100 iterations per restart. With any ellipse, time grows with rows × components × features squared.",
      ],
      [
        "Source",
        "Dempster, Laird and Rubin 1977; stopping rule, start and the 1e-6 added to variances as in scikit-learn.",
      ],
      [
        "Misleads",
        "One bent or long-tailed group takes several ellipses. With many features and few rows per component, any ellipse fits chance. Restarts may end in different answers.",
      ],
    ],
  },
  {
    title: "Hierarchical (agglomerative)",
    facts: [
      [
        "Looks for",
        "Groups within groups: the two nearest are joined again and again, and the tree is cut into k. The dendrogram shows its top.",
      ],
      [
        "Settings",
        "Number of segments; linkage: what joining adds to the spread (Ward), the farthest pair (complete), the mean of all pairs (average), the nearest pair (single).",
      ],
      [
        "Many rows",
        "Ward and single build the tree on up to 20,000 rows, complete and average on up to 10,000 (400 MB of distances). Of more rows that many are drawn at random, and each other row goes to the cluster that is nearest as the linkage measures it. Time grows with the square of the rows in the tree.",
      ],
      [
        "Source",
        "Ward 1963; Lance and Williams 1967; cophenetic correlation of Sokal and Rohlf 1962, up to 2,000 rows.",
      ],
      [
        "Misleads",
        "A join is never undone. Single linkage chains groups together by a few customers between them; complete and average often split off a few extremes; Ward prefers groups of equal size.",
      ],
    ],
  },
  {
    title: "Spectral",
    facts: [
      [
        "Looks for",
        "Groups that hang together, of any shape: k-means on the smoothest vectors of a graph of likeness.",
      ],
      [
        "Settings",
        "Number of segments, seed, and likeness: exp(-gamma × squared distance), or being among the 10 nearest neighbours.",
      ],
      [
        "Many rows",
        "By distance it is computed on up to 3,000 rows, by neighbours on up to 50,000. Of more, that many are drawn at random, and every other row goes where the nearest of them is.",
      ],
      ["Source", "Shi and Malik 2000; von Luxburg 2007."],
      [
        "Misleads",
        "Gamma decides much. In many features a gamma of 1 leaves rows that are like no other; they become tiny segments, and the page says how many there are.",
      ],
    ],
  },
  {
    title: "DBSCAN",
    facts: [
      ["Looks for", "Dense places of any shape; whoever is in none is noise."],
      [
        "Settings",
        "Reach (eps) and how many neighbours make a place dense. With a reach of 0 the bend of the sorted neighbour distances is taken; the page draws them.",
      ],
      [
        "Many rows",
        "Every row is used. Memory grows with the rows; time also with how many lie within the reach of each other.",
      ],
      ["Source", "Ester, Kriegel, Sander and Xu 1996."],
      [
        "Misleads",
        "One reach fits one density: thin groups become noise while dense ones grow together. In many features all distances are alike, and no reach fits. The bend is a first guess.",
      ],
    ],
  },
  {
    title: "HDBSCAN",
    facts: [
      [
        "Looks for",
        "Dense places of differing density: the answers of DBSCAN for every reach, of which those that last are taken.",
      ],
      [
        "Settings",
        "Smallest segment (0: one percent of the customers, at least 5), neighbours for a dense place, and whether the most lasting segments or the leaves of the tree are taken.",
      ],
      ["Many rows", "Every row is used; time grows faster in many features, where neighbours are hard to find."],
      ["Source", "Campello, Moulavi and Sander 2013."],
      [
        "Misleads",
        "Much may be noise, and the smallest segment decides how many there are. It never answers that all customers are one segment.",
      ],
    ],
  },
  {
    title: "Mean Shift",
    facts: [
      ["Looks for", "The peaks of where customers gather; each customer belongs to the nearest peak."],
      ["Settings", "Bandwidth. With 0 it is estimated: the mean distance within which 30 % of the customers lie."],
      [
        "Many rows",
        "Up to 2,000 rows it climbs from every one, of more from the filled cells of a grid as fine as the bandwidth. The bandwidth is estimated on all rows up to 10,000, and on 1,000 drawn at random above.",
      ],
      ["Source", "Fukunaga and Hostetler 1975; Comaniciu and Meer 2002."],
      [
        "Misleads",
        "The bandwidth decides how many segments there are. Long tails end in tiny segments of a few extremes.",
      ],
    ],
  },
];
