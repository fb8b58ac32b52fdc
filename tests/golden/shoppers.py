"""Makes shoppers.json: how customers behave, of what kind and in which segment they are, as pandas and scikit-learn
compute it from the shared logs.

Run from the project's root: python tests/golden/shoppers.py > tests/golden/shoppers.json
"""

import json
import sys

import numpy as np
import pandas as pd
import sklearn
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_score

DATA = "../shared/data/"
DAY = 86400


def told(values):
    """A feature as a few numbers that no other shares; customers in the order in which the file first has them."""
    v = pd.Series(np.asarray(values, dtype=float))
    given = v.dropna().to_numpy()
    weights = np.arange(1, len(v) + 1)
    return [int(len(given)), float(given.sum()), float((given**2).sum()), float(np.nansum(v.to_numpy() * weights))]


def between(e):
    """Median days from each day with an event to the customer's next."""
    days = e.assign(day=e.start.dt.normalize())[["who", "day"]].drop_duplicates().sort_values(["who", "day"])
    return (days.groupby("who").day.diff().dt.days).groupby(days.who).median()


def visits_of(e, cart, buy):
    """One row per visit: customer, events, start, end, whether bought, whether a cart was left behind."""
    e = e.assign(c=np.where(cart(e), e.step, np.nan), b=np.where(buy(e), e.step, np.nan))
    v = e.groupby("visit", sort=False).agg(
        who=("who", "first"), n=("step", "size"), start=("at", "min"), end=("at", "max"), c=("c", "min"), b=("b", "max")
    )
    return v.assign(bought=v.b.notna(), left=v.c.notna() & ~(v.b >= v.c))


def features(e, order, cart, buy, shares):
    """`e`: who, visit, step, at, what, and price, thing, amount, stay where there are any."""
    v = visits_of(e, cart, buy)
    g, gv = e.groupby("who"), v.groupby("who")
    end = v.end.max()
    f = pd.DataFrame(
        {
            "visits": gv.size(),
            "events": g.size(),
            "events_per_visit": g.size() / gv.size(),
            "bounces": (v.n == 1).groupby(v.who).mean(),
            "first_days": (end - gv.start.min()).dt.total_seconds() / DAY,
            "last_days": (end - gv.end.max()).dt.total_seconds() / DAY,
            "days_between": between(v),
            "distinct": g.what.nunique(),
            "purchases": gv.bought.sum(),
            "abandoned": gv.left.sum(),
        }
    )
    for key, names in shares.items():
        f[key] = e.what.isin(names).groupby(e.who).mean()
    if "thing" in e:
        f["things"] = g.thing.nunique()
    if "price" in e:
        f["price"] = g.price.mean() / e.price.mean()
        f["priced"] = g.price.count()
    if "amount" in e:
        f["money"] = g.amount.sum()
    if "stay" in e:
        f["stay"] = g.stay.median()
    return f.reindex([who for who in order if who in f.index])


def kinds(f, rules):
    """Sizes: the first rule that fits wins; last, those of none."""
    kind = pd.Series(-1, index=f.index)
    for at, rule in enumerate(rules):
        kind[(kind < 0) & rule] = at
    return [int((kind == at).sum()) for at in range(len(rules))] + [int((kind < 0).sum())]


SHARES = {"bounces", "views", "carts", "checkouts", "buys"}


def segments(f, keys, k):
    """k-means of z-scored features, all but shares by log1p (none is negative); what is missing is the mean."""
    columns = [f[key] if key in SHARES else np.log1p(f[key]) for key in keys]
    x = np.column_stack([column.fillna(column.mean()) for column in columns])
    x = (x - x.mean(axis=0)) / x.std(axis=0)
    made = KMeans(n_clusters=k, n_init=200, random_state=1, tol=0, max_iter=1000).fit(x)
    sizes = sorted(np.bincount(made.labels_).tolist(), reverse=True)
    silhouette = float(silhouette_score(x, made.labels_))
    return {"keys": keys, "k": k, "inertia": float(made.inertia_), "sizes": sizes, "silhouette": silhouette}


def p(column, percent):
    return np.nanpercentile(column, percent)


def report(f, keys, rules):
    return {"customers": len(f), "features": {key: told(f[key]) for key in keys}, "kinds": kinds(f, rules)}


# Events of a shop: visits by their id.
shop = pd.read_csv(DATA + "retail-events/ecom.csv.gz")
shop["at"] = pd.to_datetime(shop.timestamp)
shop["row"] = np.arange(len(shop))
order = shop.user_id.drop_duplicates().tolist()
shop = shop.sort_values(["user_id", "at", "row"], kind="stable")
shop = shop.rename(columns={"user_id": "who", "session_id": "visit", "event": "what"})
shop["step"] = shop.groupby("visit").cumcount() + 1
follows = shop.groupby("visit")["at"].shift(-1)
shop["stay"] = (follows - shop["at"]).dt.total_seconds()
CART, CHECKOUT = ["add_to_cart", "cart"], ["shipping_details", "payment_details", "checkout"]
names = set(shop.what)
CART, CHECKOUT = [n for n in CART if n in names], [n for n in CHECKOUT if n in names]
f = features(
    shop,
    order,
    lambda e: e.what.isin(CART + CHECKOUT),
    lambda e: e.what == "purchase",
    {"carts": CART, "checkouts": CHECKOUT, "buys": ["purchase"]},
)
none = f.purchases == 0
events = report(
    f,
    [*"visits events events_per_visit bounces first_days last_days days_between distinct".split()]
    + [*"carts checkouts buys purchases abandoned stay".split()],
    [
        (f.purchases >= 3) & (f.visits >= 5),
        f.purchases >= 2,
        f.purchases == 1,
        (f.abandoned >= 1) & none,
        (f.visits < 0),
        (f.events > p(f.events, 75)) & none,
        (f.events == 1) & none,
        none,
    ],
)
events["segments"] = segments(
    f, "visits events bounces last_days carts checkouts purchases abandoned stay".split(), 4
)

# Clicks: every session is a customer; a date and an order, no time of day.
clicks = pd.read_csv(DATA + "eshop-clickstream/e-shop clothing 2008.csv", sep=";")
clicks["at"] = pd.to_datetime(clicks[["year", "month", "day"]])
clicks = clicks.rename(
    columns={"session ID": "who", "page 2 (clothing model)": "what", "page 1 (main category)": "thing"}
)
order = clicks.who.drop_duplicates().tolist()
clicks["visit"] = clicks.who
clicks["step"] = clicks.order
nothing = lambda e: np.zeros(len(e), dtype=bool)
f = features(clicks, order, nothing, nothing, {})
clickstream = report(
    f,
    "visits events events_per_visit bounces first_days last_days days_between distinct things price priced".split(),
    [
        f.visits >= 5,
        f.events == 1,
        (f.price < p(f.price, 20)) & (f.priced >= 5),
        f.events > p(f.events, 75),
        f.events >= 2,
    ],
)

# Invoices: every line is part of a purchase; cancellations and lines without a price are none.
lines = pd.read_csv(DATA + "online-retail/online_retail.csv", dtype={"InvoiceNo": str, "StockCode": str})
lines = lines[lines.CustomerID.notna()]
order = lines.CustomerID.drop_duplicates().tolist()
lines = lines[(lines.Quantity > 0) & (lines.UnitPrice > 0) & ~lines.InvoiceNo.str.startswith("C")]
lines = lines.rename(columns={"CustomerID": "who", "InvoiceNo": "visit", "StockCode": "what", "UnitPrice": "price"})
lines["at"] = pd.to_datetime(lines.InvoiceDate)
lines["step"] = lines.groupby("visit").cumcount() + 1
# Readers take spaces around a text away.
lines["thing"] = lines.Description.str.strip()
lines["amount"] = lines.Quantity * lines.price
f = features(lines, order, nothing, lambda e: np.ones(len(e), dtype=bool), {})
invoices = report(
    f,
    "visits events events_per_visit bounces first_days last_days days_between distinct things purchases money price priced".split(),
    [
        (f.purchases > p(f.purchases, 75)) & (f.last_days < p(f.last_days, 50)),
        f.purchases > p(f.purchases, 75),
        (f.price < p(f.price, 20)) & (f.priced >= 5),
        f.purchases == 1,
        f.things > p(f.things, 75),
        f.purchases >= 2,
    ],
)
invoices["segments"] = segments(f, "visits events bounces last_days things money price".split(), 2)

versions = {"pandas": pd.__version__, "numpy": np.__version__, "scikit-learn": sklearn.__version__, "python": sys.version.split()[0]}
json.dump({"versions": versions, "events": events, "clicks": clickstream, "invoices": invoices}, sys.stdout)
print()
