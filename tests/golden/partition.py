"""Makes partition.json: how well scikit-learn's partition algorithms find the known groups of well-known small data sets.

For every set of ../shared/data/clustering (iris, fcps, uci): features standardised with the population deviation, k = the
number of different labels without 0 (rows labelled 0 belong to no group and are not judged), and the adjusted Rand index
against the known labels. What depends on chance much (mini-batches) is the mean over several seeds. The same for the
log-likelihood of mixtures, which the index alone does not show.

Run: python tests/golden/partition.py > tests/golden/partition.json
"""

import json
import pathlib
import sys
import warnings

import numpy as np
import sklearn
from sklearn.cluster import KMeans, MiniBatchKMeans
from sklearn.metrics import adjusted_rand_score
from sklearn.mixture import GaussianMixture
from sklearn.preprocessing import StandardScaler

warnings.filterwarnings("ignore")
ROOT = pathlib.Path(__file__).resolve().parents[3] / "shared/data/clustering"
FILES = [ROOT / "iris.data.gz", *sorted(ROOT.glob("fcps/*.data.gz")), *sorted(ROOT.glob("uci/*.data.gz"))]
SEEDS = range(10)


def measured(path):
    points = StandardScaler().fit_transform(np.loadtxt(path, ndmin=2))
    known = np.loadtxt(str(path).replace(".data.", ".labels0."), ndmin=1).astype(int)
    k = len(set(known.tolist()) - {0})
    judged = known != 0

    def agreement(labels):
        return adjusted_rand_score(known[judged], labels[judged])

    exact = KMeans(n_clusters=k, n_init=10, random_state=0).fit(points)
    best = KMeans(n_clusters=k, n_init=50, random_state=0, tol=0, max_iter=1000).fit(points)
    quick = [MiniBatchKMeans(n_clusters=k, n_init=3, random_state=s).fit(points) for s in SEEDS]
    mixtures = {
        shape: GaussianMixture(k, covariance_type=shape, n_init=5, random_state=0).fit(points)
        for shape in ("full", "tied", "diag", "spherical")
    }
    return {
        "k": k,
        "rows": len(points),
        "kmeans": {"ari": agreement(exact.labels_), "inertia": best.inertia_},
        "miniBatch": {
            "ari": float(np.mean([agreement(fit.labels_) for fit in quick])),
            "inertia": float(np.mean([fit.inertia_ for fit in quick])),
        },
        "mixture": {
            shape: {
                "ari": agreement(fit.predict(points)),
                "logLikelihood": fit.score(points) * len(points),
                "bic": fit.bic(points),
                "aic": fit.aic(points),
            }
            for shape, fit in mixtures.items()
        },
    }


json.dump(
    {
        "made_with": {"numpy": np.__version__, "scikit-learn": sklearn.__version__},
        "sets": {str(path.relative_to(ROOT)).removesuffix(".data.gz"): measured(path) for path in FILES},
    },
    sys.stdout,
    indent=1,
)
