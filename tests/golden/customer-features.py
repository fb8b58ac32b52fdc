"""Makes customer-features.json: features of customers as pandas computes them from the shared tables.

Run from the project's root: python tests/golden/customer-features.py > tests/golden/customer-features.json
"""

import json
import sys

import numpy as np
import pandas as pd

DATA = "../shared/data/"
DAY = 86400


def told(values):
    """A column as a few numbers that no other column shares."""
    v = pd.Series(np.asarray(values, dtype=float))
    given = v.dropna().to_numpy()
    weights = np.arange(1, len(v) + 1)
    return {
        "given": int(len(given)),
        "sum": float(given.sum()),
        "squares": float((given**2).sum()),
        # Depends on the order of the customers.
        "placed": float(np.nansum(v.to_numpy() * weights)),
    }


def mode(values):
    counts = values.dropna().value_counts()
    return min(counts[counts == counts.max()].index) if len(counts) else None


retail = pd.read_csv(DATA + "online-retail/online_retail.csv", dtype=str, keep_default_na=False)
retail = retail[retail.CustomerID != ""].copy()
retail["customer"] = retail.CustomerID.str.replace(r"\.0$", "", regex=True).astype(int)
retail["quantity"] = retail.Quantity.astype(float)
retail["price"] = retail.UnitPrice.astype(float)
retail["when"] = pd.to_datetime(retail.InvoiceDate)
last = retail.when.max()
by = retail.groupby("customer", sort=True)
usual_hour = by["when"].agg(lambda w: mode(w.dt.hour))
usual_day = by["when"].agg(lambda w: mode(w.dt.day_of_week + 1))
country = by["Country"].agg(mode)
online_retail = {
    "customers": int(by.ngroups),
    "rows": told(by.size()),
    "Quantity~sum": told(by.quantity.sum()),
    "UnitPrice~mean": told(by.price.mean()),
    "UnitPrice~median": told(by.price.median()),
    "UnitPrice~min": told(by.price.min()),
    "UnitPrice~max": told(by.price.max()),
    "Quantity~sd": told(by.quantity.std(ddof=1)),
    "StockCode~distinct": told(by.StockCode.nunique()),
    "InvoiceNo~distinct": told(by.InvoiceNo.nunique()),
    "InvoiceDate~recency-days": told((last - by.when.max()).dt.total_seconds() / DAY),
    "InvoiceDate~age-days": told((last - by.when.min()).dt.total_seconds() / DAY),
    "InvoiceDate~active-days": told(by["when"].agg(lambda w: w.dt.date.nunique())),
    "InvoiceDate~hour": told(usual_hour),
    "InvoiceDate~weekday": told(usual_day),
    "Country~mode~frequency": told(country.map(country.value_counts(normalize=True))),
    "countries": sorted(country.value_counts().items(), key=lambda one: (-one[1], one[0]))[:30],
    "countries_in_all": int(country.nunique()),
}

shop = pd.read_csv(DATA + "shoppers-intention/online_shoppers_intention.csv", sep=";")
months = ["Feb", "Mar", "May", "June", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
shoppers = {
    "customers": len(shop),
    "ProductRelated_Duration": told(shop.ProductRelated_Duration),
    "Weekend": told(shop.Weekend.astype(float)),
    "Month~ordinal": told(shop.Month.map({m: i for i, m in enumerate(months)})),
    "VisitorType~frequency": told(shop.VisitorType.map(shop.VisitorType.value_counts(normalize=True))),
    "Browser~one-hot": told(
        shop.Browser.map({b: i for i, b in enumerate(sorted(set(shop.Browser), key=lambda b: (-(shop.Browser == b).sum(), str(b))))})
    ),
    "skewness": {c: float(((shop[c] - shop[c].mean()) ** 3).mean() / shop[c].std(ddof=0) ** 3) for c in ("PageValues", "ExitRates")},
}

# A blank line after every record, and one line of prose.
lines = [line for line in open(DATA + "social-media/train.csv", encoding="utf-8").read().splitlines() if line.strip()]
records = [line.split(",") for line in lines]
names = records[0]
full = [r for r in records[1:] if len(r) == len(names)]
social = pd.DataFrame(full, columns=names)
usage = ["Daily_Usage_Time (minutes)", "Posts_Per_Day", "Likes_Received_Per_Day", "Comments_Received_Per_Day", "Messages_Sent_Per_Day"]
social = social[social.User_ID.str.fullmatch(r"\d+")]
social["id"] = social.User_ID.astype(int)
social = social.sort_values("id", kind="stable")
social_media = {
    "customers": len(social),
    **{name: told(pd.to_numeric(social[name])) for name in usage},
    "emotions": sorted(social.Dominant_Emotion.value_counts().items(), key=lambda one: (-one[1], one[0])),
}

json.dump(
    {
        "made_with": {"pandas": pd.__version__, "numpy": np.__version__},
        "online-retail": online_retail,
        "shoppers-intention": shoppers,
        "social-media": social_media,
    },
    sys.stdout,
    indent=1,
    ensure_ascii=False,
)
