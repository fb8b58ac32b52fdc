"""Makes describing.json: what scipy, pandas and scikit-learn say about segments of small data.

Run: python tests/golden/describing.py ../shared > tests/golden/describing.json

Iris, wine and train.csv are read from the directory given and not repeated: only labels and numbers computed from them are
written. Of equal splits scikit-learn takes one by chance; the tree kept is that of the random state, out of 200, whose
splits come first by feature, node by node.
"""

import gzip
import io
import json
import sys

import numpy as np
import pandas as pd
import scipy
import sklearn
from scipy import stats
from sklearn.cluster import KMeans
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier

SHARED = sys.argv[1]
USAGE = [
    "Daily_Usage_Time (minutes)",
    "Posts_Per_Day",
    "Likes_Received_Per_Day",
    "Comments_Received_Per_Day",
    "Messages_Sent_Per_Day",
]


def lines(path):
    with gzip.open(f"{SHARED}/data/clustering/{path}.gz", "rt") as file:
        return np.loadtxt(io.StringIO(file.read()))


def plain(value):
    return None if value is None or not np.isfinite(value) else float(value)


def profile(columns, labels):
    kept = labels >= 0
    features = []
    for column in columns.T:
        known = kept & np.isfinite(column)
        groups = [column[known & (labels == s)] for s in range(labels.max() + 1)]
        whole = column[known]
        segments = []
        for s, own in enumerate(groups):
            rest = np.concatenate([g for t, g in enumerate(groups) if t != s])
            pooled = ((len(own) - 1) * own.var(ddof=1) + (len(rest) - 1) * rest.var(ddof=1)) / (len(own) + len(rest) - 2)
            series = pd.Series(own)
            segments.append(
                {
                    "n": len(own),
                    "missing": int((kept & (labels == s)).sum() - len(own)),
                    "mean": series.mean(),
                    "median": series.median(),
                    "sd": series.std(),
                    "min": series.min(),
                    "max": series.max(),
                    "z": (own.mean() - whole.mean()) / whole.std(ddof=1),
                    "lift": plain(own.mean() / whole.mean()) if own.mean() * whole.mean() > 0 else None,
                    "cohensD": (own.mean() - rest.mean()) / np.sqrt(pooled),
                    "superiority": stats.mannwhitneyu(own, rest).statistic / (len(own) * len(rest)),
                }
            )
        within = sum(((g - g.mean()) ** 2).sum() for g in groups)
        anova = stats.f_oneway(*groups)
        welch = stats.f_oneway(*groups, equal_var=False)
        features.append(
            {
                "mean": whole.mean(),
                "median": float(np.median(whole)),
                "sd": whole.std(ddof=1),
                "etaSquared": 1 - within / ((whole - whole.mean()) ** 2).sum(),
                "anova": [anova.statistic, anova.pvalue],
                "welch": [welch.statistic, welch.pvalue],
                "segments": segments,
            }
        )
    adjusted = stats.false_discovery_control([f["welch"][1] for f in features])
    for feature, p in zip(features, adjusted):
        feature["adjustedP"] = p
    return features


def make_up(categories, labels):
    table = pd.crosstab(labels, categories)
    test = stats.chi2_contingency(table.to_numpy(), correction=False)
    counts, expected, n = table.to_numpy(), test.expected_freq, int(table.to_numpy().sum())
    rows, columns = counts.shape
    row = counts.sum(axis=1, keepdims=True) / n
    column = counts.sum(axis=0, keepdims=True) / n
    phi = max(0, test.statistic / n - (rows - 1) * (columns - 1) / (n - 1))
    least = min(rows - 1 - (rows - 1) ** 2 / (n - 1), columns - 1 - (columns - 1) ** 2 / (n - 1))
    return {
        "categories": list(table.columns),
        "counts": counts.ravel().tolist(),
        "chiSquared": test.statistic,
        "degrees": int(test.dof),
        "p": test.pvalue,
        "sparse": float((expected < 5).mean()),
        "cramersV": stats.contingency.association(counts, method="cramer"),
        "cramersVCorrected": float(np.sqrt(phi / least)),
        "residuals": ((counts - expected) / np.sqrt(expected * (1 - row) * (1 - column))).ravel().tolist(),
        "dominant": table.idxmax(axis=1).tolist(),
    }


def nodes(fit, labels):
    """Depth first: feature, threshold and counts, -1 and null at a leaf."""
    tree = fit.tree_
    counts = tree.value[:, 0, :] * tree.n_node_samples[:, None]
    return [
        [int(max(f, -1)), None if f < 0 else float(t), np.rint(c).astype(int).tolist()]
        for f, t, c in zip(tree.feature, tree.threshold, counts)
    ]


def tree(columns, labels, depth, min_leaf):
    make = lambda state: DecisionTreeClassifier(max_depth=depth, min_samples_leaf=min_leaf, random_state=state)
    fits = [make(state).fit(columns, labels) for state in range(200)]
    best = min(fits, key=lambda fit: [n[0] for n in nodes(fit, labels)])
    return {
        "depth": depth,
        "minLeaf": min_leaf,
        "nodes": nodes(best, labels),
        "accuracies": sorted({float(fit.score(columns, labels)) for fit in fits}),
    }


rng = np.random.default_rng(20261127)
mixed_labels = rng.integers(-1, 3, 90)
mixed = np.column_stack(
    [
        np.round(rng.normal(20 + 6 * mixed_labels, 3 + mixed_labels, 90), 2),
        np.round(rng.exponential(4, 90), 0),
        np.round(rng.normal(-1, 5, 90), 1),
    ]
)
mixed[rng.random((90, 3)) < 0.1] = np.nan

iris, iris_truth = lines("iris.data"), lines("iris.labels0").astype(int) - 1
wine, wine_truth = lines("uci/wine.data"), lines("uci/wine.labels0").astype(int) - 1
segment = lambda data, k: KMeans(k, n_init=50, random_state=1).fit(StandardScaler().fit_transform(data)).labels_
iris_labels, wine_labels = segment(iris, 3), segment(wine, 3)

social = pd.read_csv(f"{SHARED}/data/social-media/train.csv")
usage = social[USAGE].apply(pd.to_numeric, errors="coerce")
social, usage = social[usage.notna().all(axis=1)], usage.dropna()
social_labels = segment(usage.to_numpy(), 3)

chi = [(x, df) for df in (1, 2, 5, 30, 1000, 60000) for x in (0.01 * df, 0.7 * df, df, 1.3 * df + 3, 2 * df + 60)]
fisher = [(f, a, b) for a, b in ((1, 1), (1, 10), (2, 147), (7, 3.7), (9, 106846), (300, 999700)) for f in (0.1, 0.98, 1.2, 4, 60)]

json.dump(
    {
        "made_with": {"scipy": scipy.__version__, "scikit-learn": sklearn.__version__, "pandas": pd.__version__},
        "chi_squared": [[x, df, stats.chi2.sf(x, df)] for x, df in chi],
        "fisher": [[f, a, b, stats.f.sf(f, a, b)] for f, a, b in fisher],
        "mixed": {
            "columns": [[plain(v) for v in column] for column in mixed.T],
            "labels": mixed_labels.tolist(),
            "profile": profile(mixed, mixed_labels),
        },
        "iris": {
            "labels": iris_labels.tolist(),
            "profile": profile(iris, iris_labels),
            "trees": [tree(iris, iris_truth, depth, leaf) for depth, leaf in ((2, 1), (3, 1), (4, 5))],
        },
        "wine": {
            "labels": wine_labels.tolist(),
            "profile": profile(wine, wine_labels),
            "trees": [tree(wine, wine_truth, depth, leaf) for depth, leaf in ((2, 1), (3, 1), (4, 5))],
        },
        "social": {
            "labels": social_labels.tolist(),
            "emotion": make_up(social["Dominant_Emotion"].to_numpy(), social_labels),
            "platform": make_up(social["Platform"].to_numpy(), social_labels),
        },
    },
    sys.stdout,
    default=float,
    separators=(",", ":"),
)
