"""Makes projection.json: small seeded data, iris and wine, and what scikit-learn and umap-learn make of them.

Iris and wine are read from ../shared/data/clustering and not kept; only what was computed from them is.

Run: python tests/golden/projection.py > tests/golden/projection.json
"""

import json
import sys
import warnings

import numpy as np
import sklearn
import umap
from scipy.sparse import csr_matrix
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE, trustworthiness
from sklearn.manifold._t_sne import _joint_probabilities_nn
from sklearn.neighbors import NearestNeighbors
from sklearn.preprocessing import StandardScaler
from umap.umap_ import find_ab_params, fuzzy_simplicial_set

warnings.filterwarnings("ignore")

SEEDS = (1, 2, 3)
NEIGHBOURS = 15
PERPLEXITY = 12

rng = np.random.default_rng(20261127)
centres = rng.normal(0, 3, (4, 5))
data = np.round(centres[rng.integers(0, 4, 120)] + rng.normal(0, 1, (120, 5)), 3)


def standardised(path):
    return StandardScaler().fit_transform(np.loadtxt(f"../shared/data/clustering/{path}.data.gz"))


def axes(points):
    pca = PCA(n_components=3).fit(points)
    return {
        "explained": pca.explained_variance_ratio_.tolist(),
        "loadings": pca.components_.tolist(),
        "first_rows": np.abs(pca.transform(points)[:5]).tolist(),
    }


def trust(points):
    """At 5 and 15 neighbours, the mean over the seeds of maps in 2D, and for UMAP in 3D."""

    def scores(maps):
        return {str(k): float(np.mean([trustworthiness(points, m, n_neighbors=k) for m in maps])) for k in (5, 15)}

    return {
        "umap": scores([umap.UMAP(n_neighbors=15, random_state=s).fit_transform(points) for s in SEEDS]),
        "umap3": scores([umap.UMAP(n_neighbors=15, n_components=3, random_state=s).fit_transform(points) for s in SEEDS]),
        "tsne": scores([TSNE(perplexity=30, random_state=s).fit_transform(points) for s in SEEDS]),
    }


def entries(matrix):
    """The upper triangle as [row, column, weight]."""
    upper = matrix.tocoo()
    return [[int(i), int(j), float(w)] for i, j, w in zip(upper.row, upper.col, upper.data) if i < j]


distances, indices = NearestNeighbors(n_neighbors=NEIGHBOURS).fit(data).kneighbors(data)
graph, _, _ = fuzzy_simplicial_set(
    data, NEIGHBOURS, np.random.RandomState(0), "euclidean", knn_indices=indices, knn_dists=distances
)
nearest = NearestNeighbors(n_neighbors=3 * PERPLEXITY + 1).fit(data).kneighbors_graph(mode="distance")
nearest.data **= 2
joint = _joint_probabilities_nn(csr_matrix(nearest), PERPLEXITY, 0)

json.dump(
    {
        "made_with": {"numpy": np.__version__, "scikit-learn": sklearn.__version__, "umap-learn": umap.__version__},
        "data": data.tolist(),
        "axes": axes(data),
        "curves": {str(d): list(map(float, find_ab_params(1.0, d))) for d in (0.0, 0.1, 0.5, 0.99)},
        "fuzzy": [[i, j, round(w, 6)] for i, j, w in entries(graph) if i < 12],
        "joint": [[i, j, float(f"{w:.6g}")] for i, j, w in entries(csr_matrix(joint)) if i < 4],
        "joint_sum": float(joint.sum()),
        "trust": trust(data),
        "iris": {"axes": axes(standardised("iris")), "trust": trust(standardised("iris"))},
        "wine": {"axes": axes(standardised("uci/wine")), "trust": trust(standardised("uci/wine"))},
    },
    sys.stdout,
)
