"""Makes judging.json: what scikit-learn says about clusterings of benchmark data, and gap statistics computed afresh.

The data is read from ../shared/data/clustering and standardised; only numbers computed from it are kept.
Run: python tests/golden/judging.py > tests/golden/judging.json
"""

import json
import sys
from pathlib import Path

import numpy as np
import sklearn
from sklearn.cluster import KMeans
from sklearn.manifold import trustworthiness
from sklearn.metrics import (
    adjusted_rand_score,
    calinski_harabasz_score,
    davies_bouldin_score,
    silhouette_samples,
    silhouette_score,
)
from sklearn.preprocessing import StandardScaler

DATA = Path(__file__).parents[3] / "shared/data/clustering"
NAMES = ["iris", "uci/wine", "uci/ecoli", "fcps/hepta", "fcps/lsun", "fcps/target", "fcps/tetra", "fcps/chainlink"]
GAPS = ["iris", "uci/wine", "fcps/hepta"]
REFERENCES = 200


def read(name):
    points = StandardScaler().fit_transform(np.loadtxt(DATA / f"{name}.data.gz", ndmin=2))
    truth = np.loadtxt(DATA / f"{name}.labels0.gz", dtype=int) - 1
    return points, truth


def indices(points, labels):
    rows = silhouette_samples(points, labels)
    groups = [rows[labels == label] for label in np.unique(labels)]
    return {
        "silhouette": silhouette_score(points, labels),
        "calinski_harabasz": calinski_harabasz_score(points, labels),
        "davies_bouldin": davies_bouldin_score(points, labels),
        "first": rows[:5].tolist(),
        "mean": [group.mean() for group in groups],
        "least": [group.min() for group in groups],
        "negative": [(group < 0).mean() for group in groups],
    }


def quadrants(points):
    return (points[:, 0] > 0) * 2 + (points[:, 1] > 0)


def log_within(points, k, starts):
    labels = KMeans(k, n_init=starts, random_state=0).fit(points).labels_
    groups = [points[labels == label] for label in range(k)]
    # W as written by Tibshirani et al.: half the mean of the squared distances between all pairs of a cluster, summed.
    pairs = [((g[:, None] - g[None]) ** 2).sum() / (2 * len(g)) for g in groups]
    return np.log(sum(pairs))


def gap(points, ks, rotated):
    rng = np.random.default_rng(20261127)
    centred = points - points.mean(axis=0)
    axes = np.linalg.svd(centred, full_matrices=False)[2] if rotated else np.eye(points.shape[1])
    turned = centred @ axes.T
    low, high = turned.min(axis=0), turned.max(axis=0)
    logs = np.array(
        [
            [log_within(reference, k, 20) for k in ks]
            for reference in (rng.uniform(low, high, points.shape) @ axes for _ in range(REFERENCES))
        ]
    )
    own = np.array([log_within(points, k, 50) for k in ks])
    return {
        "log_within": own.tolist(),
        "expected": logs.mean(axis=0).tolist(),
        "deviation": logs.std(axis=0).tolist(),
    }


loaded = {name: read(name) for name in NAMES}
ks = list(range(1, 7))
json.dump(
    {
        "made_with": {"numpy": np.__version__, "scikit-learn": sklearn.__version__},
        "truth": {name: indices(points, truth) for name, (points, truth) in loaded.items()},
        "clustered_part": {
            name: indices(points[truth < truth.max()], truth[truth < truth.max()])
            for name, (points, truth) in loaded.items()
            if truth.max() > 1
        },
        "agreement": {name: adjusted_rand_score(truth, quadrants(points)) for name, (points, truth) in loaded.items()},
        "trustworthiness": {
            name: trustworthiness(loaded[name][0], loaded[name][0][:, :2], n_neighbors=12)
            for name in ("uci/wine", "fcps/hepta", "fcps/chainlink")
        },
        "gap": {
            name: {shape: gap(loaded[name][0], ks, shape == "rotated") for shape in ("box", "rotated")} for name in GAPS
        },
    },
    sys.stdout,
)
