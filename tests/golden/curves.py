"""Makes curves.json: what scikit-learn says about the ROC curve and precision by recall of simple scores of two shops' files.

Run: python tests/golden/curves.py ../shared > tests/golden/curves.json

The scores are sums of columns, so that both sides have the very same ones, ties included; the files are not repeated.
"""

import json
import sys

import numpy as np
import pandas as pd
import sklearn
from scipy.stats import norm
from sklearn.metrics import average_precision_score, precision_recall_curve, roc_auc_score, roc_curve

SHARED = sys.argv[1]
Z = norm.ppf(0.975)


def delong(y, s):
    kernel = (s[y == 1][:, None] > s[y == 0][None, :]) + 0.5 * (s[y == 1][:, None] == s[y == 0][None, :])
    rows, columns = kernel.shape
    return np.sqrt(kernel.mean(axis=1).var(ddof=1) / rows + kernel.mean(axis=0).var(ddof=1) / columns)


def curves(y, s):
    fpr, tpr, thresholds = roc_curve(y, s, drop_intermediate=False)
    precision, recall, cuts = precision_recall_curve(y, s)
    at = np.unique(np.linspace(1, len(thresholds) - 1, 60).astype(int))
    found = {c: (p, r) for c, p, r in zip(cuts, precision, recall)}
    auc, ap = roc_auc_score(y, s), average_precision_score(y, s)
    logit, reach = np.log(ap / (1 - ap)), Z / np.sqrt(y.sum() * ap * (1 - ap))
    return {
        "rows": len(y),
        "auc": auc,
        "aucInterval": [auc - Z * delong(y, s), auc + Z * delong(y, s)],
        "averagePrecision": ap,
        "averagePrecisionInterval": [1 / (1 + np.exp(-(logit - reach))), 1 / (1 + np.exp(-(logit + reach)))],
        "points": [
            {
                "threshold": thresholds[i],
                "falsePositive": fpr[i],
                "truePositive": tpr[i],
                "precision": found[thresholds[i]][0],
                "recall": found[thresholds[i]][1],
            }
            for i in at
        ],
    }


shoppers = pd.read_csv(f"{SHARED}/data/shoppers-intention/online_shoppers_intention.csv", sep=";")
churn = pd.read_csv(f"{SHARED}/data/churn/Telco-Customer-Churn.csv")

json.dump(
    {
        "made_with": {"numpy": np.__version__, "pandas": pd.__version__, "scikit-learn": sklearn.__version__},
        "shoppers": curves(
            shoppers.Revenue.to_numpy(int), shoppers.PageValues.to_numpy() - 20 * shoppers.ExitRates.to_numpy()
        ),
        "churn": curves(
            (churn.Churn == "Yes").to_numpy(int), churn.MonthlyCharges.to_numpy() / 100 - churn.tenure.to_numpy() / 72
        ),
    },
    sys.stdout,
    separators=(",", ":"),
)
