"""Makes kmeans-math.json: small seeded data and what numpy, scipy and scikit-learn say about it.

Run: python tests/golden/kmeans-math.py > tests/golden/kmeans-math.json
"""

import json
import sys

import numpy as np
import scipy
import sklearn
from scipy import stats
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.metrics import silhouette_samples, silhouette_score
from sklearn.preprocessing import MinMaxScaler, RobustScaler, StandardScaler

rng = np.random.default_rng(20261120)
centres = np.array([[10, 200, 5], [30, 900, 8], [60, 300, 40]])
group = rng.integers(0, 3, 240)
data = np.round(centres[group] + rng.normal(0, [6, 120, 4], (240, 3)), 3)
data = np.abs(data)

scaled = StandardScaler().fit_transform(data)
winsorised = np.clip(data, np.percentile(data, 5, axis=0), np.percentile(data, 90, axis=0))
q1, q3 = np.percentile(data, [25, 75], axis=0)


def best(points, k):
    inits = ("k-means++", "random")
    fits = [KMeans(n_clusters=k, init=i, n_init=3000, max_iter=1000, tol=0, random_state=1).fit(points) for i in inits]
    return min(fits, key=lambda fit: fit.inertia_)


fits = {k: best(scaled, k) for k in range(1, 7)}
pca = PCA().fit(scaled)
raw_pca = PCA().fit(data)

features = np.column_stack([data, data[:, 0] * 2 + data[:, 2] + rng.normal(0, 0.5, 240)])
target = np.round(3 + 0.5 * data[:, 0] - 0.01 * data[:, 1] + rng.normal(0, 4, 240), 3)
features = np.round(features, 3)
standard = StandardScaler().fit_transform(features)
design = np.column_stack([np.ones(240), standard])
beta, _, _, _ = np.linalg.lstsq(design, target, rcond=None)
residual = target - design @ beta
free = 240 - design.shape[1]
error = np.sqrt(residual @ residual / free * np.diag(np.linalg.inv(design.T @ design)))
critical = stats.t.ppf(0.975, free)

json.dump(
    {
        "made_with": {"numpy": np.__version__, "scipy": scipy.__version__, "scikit-learn": sklearn.__version__},
        "data": data.tolist(),
        "percentiles": {str(p): np.percentile(data, p, axis=0).tolist() for p in (0, 1, 12.5, 25, 50, 77, 99, 100)},
        "scaled_first_row": {
            "zscore": scaled[0].tolist(),
            "minmax": MinMaxScaler().fit_transform(data)[0].tolist(),
            "robust": RobustScaler().fit_transform(data)[0].tolist(),
            "log-zscore": StandardScaler().fit_transform(np.log1p(data))[0].tolist(),
        },
        "winsorised_mean": winsorised.mean(axis=0).tolist(),
        "fenced_mean": np.clip(data, q1 - 1.5 * (q3 - q1), q3 + 1.5 * (q3 - q1)).mean(axis=0).tolist(),
        "inertia": {str(k): fit.inertia_ for k, fit in fits.items()},
        "sizes": {str(k): sorted(np.bincount(fit.labels_).tolist()) for k, fit in fits.items()},
        "silhouette": {str(k): silhouette_score(scaled, fits[k].labels_) for k in range(2, 7)},
        "labels3": fits[3].labels_.tolist(),
        "silhouette_first": silhouette_samples(scaled, fits[3].labels_)[:5].tolist(),
        "pca": {
            "explained": pca.explained_variance_ratio_.tolist(),
            "loadings": pca.components_.tolist(),
            "first_score": pca.transform(scaled)[0].tolist(),
        },
        "pca_unscaled": {
            "explained": raw_pca.explained_variance_ratio_.tolist(),
            "loadings": raw_pca.components_.tolist(),
        },
        "regression": {
            "features": features.tolist(),
            "target": target.tolist(),
            "intercept": beta[0],
            "coefficients": beta[1:].tolist(),
            "standard_errors": error[1:].tolist(),
            "low95": (beta[1:] - critical * error[1:]).tolist(),
            "high95": (beta[1:] + critical * error[1:]).tolist(),
            "r2": 1 - residual @ residual / np.sum((target - target.mean()) ** 2),
        },
        "spearman": stats.spearmanr(np.round(data[:, 0]), np.round(data[:, 1] / 50)).statistic,
        "student": {str(df): stats.t.ppf(0.975, df) for df in (1, 2, 5, 30, 235, 106850)},
    },
    sys.stdout,
)
