"""Makes classifying.json: what scikit-learn says about telling an outcome from features.

Run: python tests/golden/classifying.py ../shared > tests/golden/classifying.json

The shops' files are read from the directory given and not repeated: only folds, probabilities and figures computed from
them are written.
"""

import json
import sys

import numpy as np
import pandas as pd
import scipy
import sklearn
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.impute import MissingIndicator, SimpleImputer
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, brier_score_loss, log_loss, roc_auc_score
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

SHARED = sys.argv[1]
rng = np.random.default_rng(20261201)


def logistic(X, y, ridge):
    C = np.inf if ridge == 0 else 1 / ridge
    fit = LogisticRegression(C=C, solver="newton-cholesky", tol=1e-13, max_iter=1000).fit(X, y)
    p = fit.predict_proba(X)[:, 1]
    design = np.column_stack([np.ones(len(y)), X])
    information = (design * (p * (1 - p))[:, None]).T @ design + ridge * np.diag([0] + [1] * X.shape[1])
    return {
        "ridge": ridge,
        "intercept": fit.intercept_[0],
        "coefficients": fit.coef_[0].tolist(),
        "errors": np.sqrt(np.diag(np.linalg.inv(information)))[1:].tolist(),
        "logLikelihood": -log_loss(y, p, normalize=False),
    }


def figures(y, p):
    return {
        "auc": roc_auc_score(y, p),
        "prAuc": average_precision_score(y, p),
        "logLoss": log_loss(y, p),
        "brier": brier_score_loss(y, p),
    }


def delong_error(y, p):
    kernel = (p[y == 1][:, None] > p[y == 0][None, :]) + 0.5 * (p[y == 1][:, None] == p[y == 0][None, :])
    rows, columns = kernel.shape
    return np.sqrt(kernel.mean(axis=1).var(ddof=1) / rows + kernel.mean(axis=0).var(ddof=1) / columns)


def rising(y, p):
    n = len(y)
    fit = IsotonicRegression(y_min=1 / (n + 2), y_max=(n + 1) / (n + 2), out_of_bounds="clip").fit(p, y)
    asked = np.linspace(-0.1, 1.1, 25)
    return {"asked": asked.tolist(), "heights": fit.predict(asked).tolist()}


def boosted(**settings):
    return HistGradientBoostingClassifier(early_stopping=False, **settings)


def encoder(X, categorical):
    plain = [f for f in range(X.shape[1]) if not categorical[f]]
    return ColumnTransformer(
        [
            ("number", make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), plain),
            ("missing", MissingIndicator(features="missing-only", error_on_new=False), plain),
            ("category", OneHotEncoder(handle_unknown="ignore"), [f for f in range(X.shape[1]) if categorical[f]]),
        ],
        sparse_threshold=0,
    )


def held_out(make, X, y, fold):
    p = np.zeros(len(y))
    for k in range(fold.max() + 1):
        p[fold == k] = make().fit(X[fold != k], y[fold != k]).predict_proba(X[fold == k])[:, 1]
    return {
        "foldAucs": [roc_auc_score(y[fold == k], p[fold == k]) for k in range(fold.max() + 1)],
        "scores": figures(y, p),
        "first": p[:12].tolist(),
    }


def both(X, y, categorical, fold, **settings):
    linear = lambda: make_pipeline(
        encoder(X, categorical), LogisticRegression(C=1, solver="newton-cholesky", tol=1e-12, max_iter=1000)
    )
    return {
        "logistic": held_out(linear, X, y, fold),
        "boosting": held_out(lambda: boosted(categorical_features=categorical, **settings), X, y, fold),
    }


def folds(y):
    fold = np.zeros(len(y), int)
    for k, (_, tested) in enumerate(StratifiedKFold(5, shuffle=True, random_state=0).split(y, y)):
        fold[tested] = k
    return fold


def coded(frame):
    """Texts by their place among the sorted different ones."""
    texts = [not pd.api.types.is_numeric_dtype(frame[c]) for c in frame]
    codes = {c: pd.Categorical(frame[c]).codes if t else frame[c] for c, t in zip(frame, texts)}
    return pd.DataFrame(codes).to_numpy(float), texts


small = np.round(np.column_stack([rng.normal(2020, 3, 140), rng.exponential(400, 140), rng.normal(0, 1e-3, 140)]), 5)
chance = 1 / (1 + np.exp(-(0.4 * (small[:, 0] - 2020) - 0.002 * small[:, 1] + 600 * small[:, 2])))
small_y = (rng.random(140) < chance).astype(int)

judged_y = rng.integers(0, 2, 90)
judged_p = np.round(np.clip(0.5 + 0.2 * (judged_y - 0.5) + rng.normal(0, 0.2, 90), 0.02, 0.98), 2)
logit = np.log(judged_p / (1 - judged_p))[:, None]
slope = LogisticRegression(C=np.inf, solver="newton-cholesky", tol=1e-13, max_iter=1000).fit(logit, judged_y)

n = 600
grown = np.column_stack([rng.normal(0, 1, n).round(3), rng.integers(0, 12, n), rng.exponential(10, n).round(2)])
grown[rng.random(n) < 0.2, 0] = np.nan
grown[rng.random(n) < 0.1, 1] = np.nan
lean = np.nan_to_num(grown[:, 0], nan=1.5) + np.where(np.isin(grown[:, 1], [2, 5, 7, 11]), 1.5, -0.5) - grown[:, 2] / 10
grown_y = (rng.random(n) < 1 / (1 + np.exp(-lean))).astype(int)
mask = [False, True, False]
asked = np.vstack([grown[:30], [[np.nan, 3, 50], [0, 40, 5], [0, np.nan, np.nan]]])
trees = [
    ({}, {}),
    ({"trees": 40, "depth": 3, "leaves": 6, "minLeaf": 5, "bins": 16, "ridge": 1, "learningRate": 0.3},
     {"max_iter": 40, "max_depth": 3, "max_leaf_nodes": 6, "min_samples_leaf": 5, "max_bins": 16,
      "l2_regularization": 1, "learning_rate": 0.3}),
]
grown_fits = [(ours, boosted(categorical_features=mask, **theirs).fit(grown, grown_y)) for ours, theirs in trees]


def dependence(fit, feature, values):
    means = []
    for value in values:
        table = grown.copy()
        table[:, feature] = value
        means.append(fit.predict_proba(table)[:, 1].mean())
    return means


shoppers = pd.read_csv(f"{SHARED}/data/shoppers-intention/online_shoppers_intention.csv", sep=";")
shoppers_y = shoppers.pop("Revenue").to_numpy(int)
for column in ["OperatingSystems", "Browser", "Region", "TrafficType", "Weekend"]:
    shoppers[column] = shoppers[column].astype(str)
shoppers_x, shoppers_c = coded(shoppers)
shoppers_fold = folds(shoppers_y)

churn = pd.read_csv(f"{SHARED}/data/churn/Telco-Customer-Churn.csv").drop(columns="customerID")
churn_y = (churn.pop("Churn") == "Yes").to_numpy(int)
churn["TotalCharges"] = pd.to_numeric(churn.TotalCharges, errors="coerce")
churn_x, churn_c = coded(churn)
churn_fold = folds(churn_y)

eshop = pd.read_csv(f"{SHARED}/data/eshop-clickstream/e-shop clothing 2008.csv", sep=";")
eshop = eshop[eshop["session ID"] <= 2000]
EARLY = ["month", "order", "country", "page 1 (main category)", "colour", "location", "model photography", "page"]
EARLY_CODES = [False, False, True, True, True, True, True, False]
eshop_x, eshop_y = eshop[EARLY].to_numpy(float), (eshop["price 2"] == 1).to_numpy(int)
eshop_fold = eshop["session ID"].to_numpy() % 5

json.dump(
    {
        "made_with": {
            "numpy": np.__version__,
            "scipy": scipy.__version__,
            "pandas": pd.__version__,
            "scikit-learn": sklearn.__version__,
        },
        "small": {
            "columns": small.T.tolist(),
            "outcome": small_y.tolist(),
            "fits": [logistic(small, small_y, 0)] + [logistic(small, small_y, r) for r in (0.01, 1, 25)],
        },
        "judged": {
            "probabilities": judged_p.tolist(),
            "outcome": judged_y.tolist(),
            "scores": figures(judged_y, judged_p),
            "delongError": delong_error(judged_y, judged_p),
            "isotonic": rising(judged_y, judged_p),
            "slope": slope.coef_[0][0],
            "intercept": slope.intercept_[0],
        },
        "grown": {
            "columns": [[None if np.isnan(v) else v for v in column] for column in grown.T],
            "categorical": mask,
            "outcome": grown_y.tolist(),
            "asked": [[None if np.isnan(v) else v for v in column] for column in asked.T],
            "fits": [{"settings": ours, "probabilities": fit.predict_proba(asked)[:, 1].tolist()} for ours, fit in grown_fits],
            "dependence": [
                {"feature": f, "values": v, "probabilities": dependence(grown_fits[0][1], f, v)}
                for f, v in ((0, np.nanquantile(grown[:, 0], [0, 0.5, 1]).tolist()), (1, list(range(12))))
            ],
        },
        "shoppers": {"folds": "".join(map(str, shoppers_fold)), **both(shoppers_x, shoppers_y, shoppers_c, shoppers_fold)},
        "churn": {"folds": "".join(map(str, churn_fold)), **both(churn_x, churn_y, churn_c, churn_fold, max_depth=3)},
        "eshop": {"rows": len(eshop), **both(eshop_x, eshop_y, EARLY_CODES, eshop_fold)},
    },
    sys.stdout,
    separators=(",", ":"),
)
