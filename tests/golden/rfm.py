"""Makes rfm.json: recency, frequency and money of every customer of online-retail, by pandas, and their scores and segments.

Rows without a CustomerID do not count. A row with a negative quantity or amount is a return and no order; its money is left
out, or taken off in `taken_off`. The analysis date is the last moment of the rows that count + 1 day, recency whole days.
Cut points are quantiles (linear interpolation) + 1, scores and segments those of the R package rfm 0.3.0.

Run: python tests/golden/rfm.py > tests/golden/rfm.json
"""

import json
import pathlib
import sys

import numpy as np
import pandas as pd

FILE = pathlib.Path(__file__).resolve().parents[3] / "shared/data/online-retail/online_retail.csv"
NAMES = ["Champions", "Loyal Customers", "Potential Loyalist", "New Customers", "Promising", "Need Attention",
         "About To Sleep", "At Risk", "Can't Lose Them", "Lost"]
RECENCY = [(4, 5), (2, 5), (3, 5), (4, 5), (3, 4), (2, 3), (2, 3), (1, 2), (1, 1), (1, 2)]
OTHER = [(4, 5), (3, 5), (1, 3), (1, 1), (1, 1), (2, 3), (1, 2), (2, 5), (4, 5), (1, 2)]

lines = pd.read_csv(FILE, dtype={"InvoiceNo": str, "CustomerID": str}, parse_dates=["InvoiceDate"])
lines = lines.dropna(subset=["CustomerID"])
lines["amount"] = lines.Quantity * lines.UnitPrice
is_return = (lines.Quantity < 0) | (lines.amount < 0)
seen_from = lines.InvoiceDate.max() + pd.Timedelta(days=1)


def measured(rows, money):
    by = rows.groupby("CustomerID")
    return pd.DataFrame({
        "recency": (seen_from - by.InvoiceDate.max()).dt.days,
        "frequency": by.InvoiceNo.nunique(),
        "money": money.groupby(money.CustomerID).amount.sum().reindex(by.size().index),
    })


def told(table):
    cuts = {c: np.quantile(table[c], [0.2, 0.4, 0.6, 0.8]) + 1 for c in table}
    score = {c: 1 + (table[c].to_numpy()[:, None] >= cuts[c]).sum(1) for c in table}
    score["recency"] = 6 - score["recency"]
    inside = lambda s, bounds: (s >= bounds[0]) & (s <= bounds[1])
    matches = [inside(score["recency"], r) & inside(score["frequency"], o) & inside(score["money"], o)
               for r, o in zip(RECENCY, OTHER)]
    segment = np.select(matches, NAMES, "Others")
    sized = table.assign(segment=segment).groupby("segment").agg(
        customers=("frequency", "size"), orders=("frequency", "sum"), money=("money", "sum"))
    return {
        "customers": len(table),
        "sums": {c: float(table[c].sum()) for c in table},
        "cuts": {c: [float(v) for v in cuts[c]] for c in table},
        "histogram": {c: np.bincount(score[c], minlength=6)[1:].tolist() for c in table},
        "segments": {name: [int(row.customers), int(row.orders), float(row.money)] for name, row in sized.iterrows()},
        "some": {name: [float(v) for v in table.loc[f"{name}.0"]] for name in ["17850", "12346", "14911", "18287"]},
    }


json.dump({
    "seen_from": seen_from.value // 10**6,
    "rows": len(lines),
    "returns": int(is_return.sum()),
    "return_money": float(lines.amount[is_return].sum()),
    "left_out": int(lines.CustomerID.nunique() - lines.CustomerID[~is_return].nunique()),
    "returns_left_out": told(measured(lines[~is_return], lines[~is_return])),
    "returns_taken_off": told(measured(lines[~is_return], lines)),
}, sys.stdout, indent=1)
