"""Makes hierarchy.json: what scipy and scikit-learn say about the standardised sets in ../shared/data/clustering.

Run: python tests/golden/hierarchy.py > tests/golden/hierarchy.json

Labels are one byte each, one labelling behind the other, zlib, base64. Columns are standardised with sums taken from the
first row to the last, so that the tests have the same numbers to the last bit, and ties among distances are the same ties.
"""

import base64
import gzip
import json
import sys
import time
import warnings
import zlib
from pathlib import Path

import numpy as np
import scipy
import sklearn
from scipy.cluster import hierarchy
from sklearn.cluster import AgglomerativeClustering, SpectralClustering
from sklearn.metrics import adjusted_rand_score

HOME = Path(__file__).parents[3] / "shared" / "data" / "clustering"
SETS = ["iris", *sorted(f"{p.parent.name}/{p.name[:-8]}" for p in HOME.glob("*/*.data.gz"))]
LINKAGES = ["ward", "complete", "average", "single"]


def read(name):
    return np.loadtxt(gzip.open(HOME / name), ndmin=1)


def standardised(data):
    mean = np.cumsum(data, axis=0)[-1] / len(data)
    scale = np.sqrt(np.cumsum((data - mean) ** 2, axis=0)[-1] / len(data))
    return (data - mean) / np.where(scale > 0, scale, 1)


def methods(k):
    for linkage in LINKAGES:
        yield linkage, AgglomerativeClustering(n_clusters=k, linkage=linkage)
    yield "rbf", SpectralClustering(k, affinity="rbf", gamma=1, random_state=0)
    yield "nearest-neighbours", SpectralClustering(k, affinity="nearest_neighbors", n_neighbors=10, random_state=0)


def by_size(labels):
    _, first, place, counts = np.unique(labels, return_index=True, return_inverse=True, return_counts=True)
    order = sorted(range(len(counts)), key=lambda j: (-counts[j], first[j]))
    return np.argsort(order)[place].astype(np.uint8)


def heights(data, linkage):
    found = hierarchy.linkage(data, linkage)[:, 2]
    return {"sum": found.sum(), "weighted": (found * np.arange(len(found))).sum(), "top": found[-5:].tolist()}


def described(name):
    data = standardised(read(f"{name}.data.gz"))
    truth = read(f"{name}.labels0.gz").astype(int)
    k = len(set(truth.tolist()) - {0})
    found = {}
    for method, model in methods(k):
        started = time.time()
        found[method] = by_size(model.fit_predict(data))
        print(name, method, round(time.time() - started, 1), file=sys.stderr)
    return {
        "k": k,
        "ari": {method: adjusted_rand_score(truth, labels) for method, labels in found.items()},
        "labels": base64.b64encode(zlib.compress(np.concatenate([*found.values()]).tobytes(), 9)).decode(),
        "heights": {linkage: heights(data, linkage) for linkage in LINKAGES},
        "cophenetic": float(hierarchy.cophenet(hierarchy.linkage(data, "average"), hierarchy.distance.pdist(data))[0]),
    }


warnings.filterwarnings("ignore", "Graph is not fully connected")
json.dump(
    {
        "made_with": {"numpy": np.__version__, "scipy": scipy.__version__, "scikit-learn": sklearn.__version__},
        "sets": {name: described(name) for name in SETS},
    },
    sys.stdout,
)
