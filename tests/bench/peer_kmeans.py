"""Times scikit-learn on the scaled rows of a file of doubles; prints JSON rows like those of kmeans.ts.

Usage: python3 peer_kmeans.py FILE ROWS FEATURES
"""

import json
import sys
import time

import numpy as np
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_score

RUNS = 3

path, rows, features = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
points = np.fromfile(path, dtype="<f8").reshape(rows, features)
shape = f"{rows} x {features}"


def fit(k):
    return KMeans(n_clusters=k, n_init=10, max_iter=1000, random_state=1).fit(points)


def timed(task, work):
    best = None
    for _ in range(RUNS):
        started = time.perf_counter()
        inertia = work()
        taken = (time.perf_counter() - started) * 1000
        best = taken if best is None else min(best, taken)
    return {"task": task, "by": "scikit-learn", "milliseconds": best, "inertia": inertia}


def elbow():
    for k in range(1, 11):
        model = fit(k)
        if k > 1:
            silhouette_score(points, model.labels_, sample_size=5000, random_state=1)
    return model.inertia_


print(
    json.dumps(
        [timed(f"k-means, {shape}, k = {k}", lambda k=k: fit(k).inertia_) for k in (3, 8)]
        + [timed(f"elbow 1 to 10 with silhouettes, {shape}", elbow)]
    )
)
