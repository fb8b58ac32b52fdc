"""The four pages of Clientele in pandas and scikit-learn: the peer of `npm run bench`.

python3 tests/bench/peer_pipeline.py FILE.parquet prints one line of JSON: seconds per stage, their total, the peak of
memory and a few results to compare. The interpreter's start and the imports are not counted. Only the columns that the
pages need are read, as Clientele does before its pages are ready.
"""

import json
import resource
import sys
import time

import numpy as np
import pandas as pd
import sklearn
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.linear_model import LinearRegression
from sklearn.metrics import silhouette_score
from sklearn.model_selection import cross_val_score
from sklearn.preprocessing import StandardScaler

APPS = ["Social Media", "Google", "Email", "Youtube", "Netflix", "Gaming", "Other"]
CUSTOMER = "MSISDN/Number"
HANDSET = "Handset Type"
MAKER = "Handset Manufacturer"
MEASURES = [
    "Avg RTT DL (ms)", "Avg RTT UL (ms)", "Avg Bearer TP DL (kbps)", "Avg Bearer TP UL (kbps)",
    "TCP DL Retrans. Vol (Bytes)", "TCP UL Retrans. Vol (Bytes)",
]
COLUMNS = (
    ["Bearer Id", "Start", "Start ms", "End", "End ms", "Dur. (ms)", CUSTOMER, "Last Location Name", HANDSET, MAKER]
    + MEASURES
    + [f"{app} {way} (Bytes)" for app in APPS for way in ("DL", "UL")]
    + ["Total DL (Bytes)", "Total UL (Bytes)"]
)
ENGAGEMENT = ["sessions", "duration", "traffic"]
EXPERIENCE = ["tcp", "rtt", "throughput"]
RESTARTS, ELBOW_RESTARTS, SILHOUETTE_ROWS = 10, 3, 2000


def clean(raw):
    """Null markers, the row of means, missing customers, duplicates, impossible values."""
    for column in (HANDSET, MAKER, "Last Location Name"):
        raw[column] = raw[column].replace({"undefined": None, "": None, "\\N": None, "NULL": None, "N/A": None})
    sessions = raw[raw[CUSTOMER].notna() & raw["Start"].notna()]
    sessions = sessions[~sessions.duplicated()]
    return sessions[(sessions["Dur. (ms)"] >= 0) & (sessions["Total DL (Bytes)"] >= 0)].copy()


def most_frequent(sessions, column):
    counts = sessions.groupby([CUSTOMER, column], sort=False).size().reset_index(name="n")
    counts = counts.sort_values(["n", column], ascending=[False, True])
    return counts.drop_duplicates(CUSTOMER).set_index(CUSTOMER)[column]


def per_customer(sessions):
    sessions["rtt"] = sessions[["Avg RTT DL (ms)", "Avg RTT UL (ms)"]].sum(axis=1, min_count=1)
    sessions["throughput"] = sessions[["Avg Bearer TP DL (kbps)", "Avg Bearer TP UL (kbps)"]].sum(axis=1, min_count=1)
    sessions["tcp"] = sessions[["TCP DL Retrans. Vol (Bytes)", "TCP UL Retrans. Vol (Bytes)"]].sum(axis=1, min_count=1)
    sessions["traffic"] = sessions["Total DL (Bytes)"] + sessions["Total UL (Bytes)"]
    for app in APPS:
        sessions[app] = sessions[f"{app} DL (Bytes)"] + sessions[f"{app} UL (Bytes)"]
    groups = sessions.groupby(CUSTOMER)
    sums = groups[["Dur. (ms)", "Total DL (Bytes)", "Total UL (Bytes)", "traffic", *APPS]].sum()
    customers = sums.rename(columns={"Dur. (ms)": "duration"}).join(groups[EXPERIENCE].mean())
    customers["sessions"] = groups.size()
    customers["handset"] = most_frequent(sessions, HANDSET)
    customers["maker"] = most_frequent(sessions, MAKER)
    return customers


def treated(frame):
    """Missing values by the mean, the 1st and 99th percentile as bounds, z-scores: Clientele's defaults."""
    filled = frame.fillna(frame.mean())
    return StandardScaler().fit_transform(filled.clip(filled.quantile(0.01), filled.quantile(0.99), axis=1))


def overview(sessions, customers):
    sessions[HANDSET].value_counts().head(10)
    makers = sessions[MAKER].value_counts().head(3).index
    sessions[sessions[MAKER].isin(makers)].groupby(MAKER)[HANDSET].value_counts().groupby(level=0).head(5)
    metrics = customers[[*ENGAGEMENT, "Total DL (Bytes)", "Total UL (Bytes)", *EXPERIENCE, *APPS]]
    metrics.describe(percentiles=[0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99])
    metrics.skew()
    for column in metrics:
        np.histogram(metrics[column].dropna(), bins=40)
    deciles = pd.qcut(customers["duration"].rank(method="first"), 10)
    customers.groupby(deciles, observed=True)["traffic"].sum()
    customers[APPS].corr()
    customers[[*APPS, "traffic"]].corr()["traffic"]
    components = PCA().fit(StandardScaler().fit_transform(customers[APPS]))
    ordered = np.sort(customers["traffic"].to_numpy())
    shares = np.cumsum(ordered) / ordered.sum()
    return float(components.explained_variance_ratio_[0]), float(1 - 2 * shares.mean() + 1 / len(shares))


def grouped(points, k):
    return KMeans(k, n_init=RESTARTS, random_state=1).fit(points)


def elbow(points):
    sample = np.random.default_rng(1).choice(len(points), min(len(points), SILHOUETTE_ROWS), replace=False)
    curve = []
    for k in range(1, 11):
        fitted = KMeans(k, n_init=ELBOW_RESTARTS, random_state=1).fit(points)
        curve.append(fitted.inertia_)
        if k > 1:
            silhouette_score(points[sample], fitted.labels_[sample])
    return curve


def study(customers, features, polarity, described):
    points = treated(customers[features])
    fitted = grouped(points, 3)
    elbow(points)
    order = np.argsort(fitted.cluster_centers_ @ np.array(polarity))
    customers[f"{features[0]}_cluster"] = np.argsort(order)[fitted.labels_]
    customers.groupby(f"{features[0]}_cluster")[described].agg(["min", "max", "mean", "sum"])
    score = np.linalg.norm(points - fitted.cluster_centers_[order[0]], axis=1)
    np.histogram(score, bins=60)
    return score, fitted


def engagement(customers):
    for metric in ENGAGEMENT:
        customers.nlargest(10, metric)
    for app in APPS:
        customers.nlargest(10, app)
    customers[APPS].sum().nlargest(3)
    return study(customers, ENGAGEMENT, [1, 1, 1], [*ENGAGEMENT, *APPS])


def experience(customers):
    for metric in EXPERIENCE:
        customers.nlargest(10, metric)
        customers.nsmallest(10, metric)
        customers[metric].value_counts().head(10)
    busiest = customers["handset"].value_counts().head(20).index
    used = customers[customers["handset"].isin(busiest)]
    used.groupby("handset")[["throughput", "tcp"]].quantile([0.05, 0.25, 0.5, 0.75, 0.95])
    return study(customers, EXPERIENCE, [-1, -1, 1], EXPERIENCE)


def satisfaction(customers, first, second):
    scores = np.column_stack([first, second])
    customers["satisfaction"] = scores.mean(axis=1)
    customers.nlargest(10, "satisfaction")
    groups = grouped(scores, 2)
    customers.groupby(groups.labels_)["satisfaction"].mean()
    known = customers[[*ENGAGEMENT, *EXPERIENCE, "satisfaction"]].dropna()
    features = StandardScaler().fit_transform(known.drop(columns="satisfaction"))
    cross_val_score(LinearRegression(), features, known["satisfaction"], cv=5)
    LinearRegression().fit(features, known["satisfaction"])
    customers["satisfaction"].rank().corr(customers["traffic"].rank())
    return groups


def main(path):
    marks = {}
    begin = last = time.perf_counter()

    def done(stage):
        nonlocal last
        now = time.perf_counter()
        marks[stage], last = now - last, now

    raw = pd.read_parquet(path, columns=COLUMNS)
    done("read")
    sessions = clean(raw)
    done("clean")
    customers = per_customer(sessions)
    done("aggregate")
    first, engaged = engagement(customers)
    done("engagement")
    second, experienced = experience(customers)
    done("experience")
    satisfied = satisfaction(customers, first, second)
    done("satisfaction")
    overview(sessions, customers)
    done("overview")
    print(json.dumps({
        "total": time.perf_counter() - begin,
        "stages": marks,
        "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024),
        "versions": f"pandas {pd.__version__}, scikit-learn {sklearn.__version__}",
        "customers": len(customers),
        "engagementSizes": sorted(np.bincount(engaged.labels_).tolist()),
        "experienceSizes": sorted(np.bincount(experienced.labels_).tolist()),
        "satisfactionSizes": sorted(np.bincount(satisfied.labels_).tolist()),
    }))


main(sys.argv[1])
