"""Times one job of the clustering lab in scikit-learn (UMAP: umap-learn) on a file of rows; prints one line of JSON.

Usage: python3 peer_lab.py FOLDER TASK
FOLDER holds values.f64 and labels.i32; TASK is JSON with "task", "d" and the job's own numbers. Imports, reading and a
small rehearsal (threads, compiling) are not counted. Prints null where the package of the job is not here.
"""

import json
import sys
import time
import warnings

import numpy as np
from sklearn.cluster import DBSCAN, HDBSCAN, AgglomerativeClustering, KMeans
from sklearn.metrics import silhouette_score

warnings.filterwarnings("ignore")
SEED = 1
REHEARSED = 1000

folder, task = sys.argv[1], json.loads(sys.argv[2])
values = np.fromfile(f"{folder}/values.f64", dtype="<f8").reshape(-1, task["d"])
labels = np.fromfile(f"{folder}/labels.i32", dtype="<i4")


def clusters_words(found):
    return f"{found.max() + 1} clusters, {np.count_nonzero(found < 0)} noise"


def kmeans(rows, _):
    model = KMeans(task["k"], n_init=task["restarts"], random_state=SEED).fit(rows)
    return f"inertia {model.inertia_:.1f}"


def dbscan(rows, _):
    return clusters_words(DBSCAN(eps=task["eps"], min_samples=task["minSamples"]).fit_predict(rows))


def hdbscan(rows, _):
    size = min(task["minClusterSize"], len(rows))
    model = HDBSCAN(min_cluster_size=size, min_samples=task["minSamples"], copy=True)
    return clusters_words(model.fit_predict(rows))


def ward(rows, _):
    # The whole tree, as the lab keeps it for every other k.
    model = AgglomerativeClustering(task["k"], linkage="ward", compute_full_tree=True)
    sizes = np.bincount(model.fit_predict(rows))
    return f"{len(sizes)} clusters, largest {sizes.max()}"


def silhouette(rows, of):
    return f"mean {silhouette_score(rows, of):.9f}"


def umap(rows, _):
    from umap import UMAP

    model = UMAP(n_neighbors=task["neighbours"], min_dist=task["minDist"], random_state=SEED).fit(rows)
    return f"fitted on {len(model.embedding_)}"


def timed(work):
    try:
        work(values[:REHEARSED], labels[:REHEARSED])
    except ImportError:
        return None
    wall, cpu = time.perf_counter(), time.process_time()
    answer = work(values, labels)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return {"wall": wall * 1000, "cpu": cpu * 1000, "answer": answer}


work = {f.__name__: f for f in (kmeans, dbscan, hdbscan, ward, silhouette, umap)}[task["task"]]
print(json.dumps(timed(work)))
