"""Makes density.json: what scikit-learn's density methods say about the standardised sets in ../shared/data/clustering.

Run: python tests/golden/density.py > tests/golden/density.json

DBSCAN has min_samples 5, and as eps the 90th percentile of the distances to the fourth nearest other row, rounded to four
places; HDBSCAN has min_cluster_size 10; mean shift estimates its bandwidth, and
climbs from a grid where there are more than 2,000 rows. Labels are one byte each (0 the largest cluster,
255 noise), one labelling behind the other, zlib, base64. Columns are standardised with sums taken from the first row to
the last, so that the tests have the same numbers to the last bit, and ties among distances are the same ties.
"""

import base64
import gzip
import json
import sys
import time
import zlib
from pathlib import Path

import numpy as np
import sklearn
from sklearn.cluster import DBSCAN, HDBSCAN, MeanShift, estimate_bandwidth
from sklearn.metrics import adjusted_rand_score
from sklearn.neighbors import NearestNeighbors

HOME = Path(__file__).parents[3] / "shared" / "data" / "clustering"
SETS = ["iris", "chameleon_t4_8k", *sorted(f"{p.parent.name}/{p.name[:-8]}" for p in HOME.glob("*/*.data.gz"))]


def read(name):
    return np.loadtxt(gzip.open(HOME / name), ndmin=1)


def standardised(data):
    mean = np.cumsum(data, axis=0)[-1] / len(data)
    scale = np.sqrt(np.cumsum((data - mean) ** 2, axis=0)[-1] / len(data))
    return (data - mean) / np.where(scale > 0, scale, 1)


def by_size(labels):
    found, counts = np.unique(labels[labels >= 0], return_counts=True)
    first = [np.flatnonzero(labels == label)[0] for label in found]
    order = sorted(range(len(found)), key=lambda j: (-counts[j], first[j]))
    place = {found[j]: now for now, j in enumerate(order)} | {-1: 255}
    assert len(found) < 255
    return np.array([place[label] for label in labels], dtype=np.uint8)


def described(name):
    data = standardised(read(f"{name}.data.gz"))
    truth = read(f"{name}.labels0.gz").astype(int)
    far, _ = NearestNeighbors(n_neighbors=5).fit(data).kneighbors(data)
    eps = round(float(np.percentile(far[:, 4], 90)), 4)
    bandwidth = float(estimate_bandwidth(data))
    models = {
        "dbscan": DBSCAN(eps=eps, min_samples=5),
        "hdbscan": HDBSCAN(min_cluster_size=10, copy=True),
        "mean-shift": MeanShift(bandwidth=bandwidth, bin_seeding=len(data) > 2000),
    }
    found = {}
    for method, model in models.items():
        started = time.time()
        found[method] = by_size(model.fit_predict(data))
        print(name, method, round(time.time() - started, 1), file=sys.stderr, flush=True)
    return {
        "eps": eps,
        "bandwidth": bandwidth,
        "core": len(models["dbscan"].core_sample_indices_),
        "probability": float(models["hdbscan"].probabilities_.mean()),
        "ari": {method: adjusted_rand_score(truth, labels) for method, labels in found.items()},
        "labels": base64.b64encode(zlib.compress(np.concatenate([*found.values()]).tobytes(), 9)).decode(),
    }


json.dump(
    {
        "made_with": {"numpy": np.__version__, "scikit-learn": sklearn.__version__},
        "sets": {name: described(name) for name in SETS},
    },
    sys.stdout,
)
