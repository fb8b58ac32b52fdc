"""Makes funnel-trend.json: catalog > add_to_cart > purchase of each customer of retail-events, walked in plain Python.

Of each customer the deepest attempt counts, the earliest of equals; each step is the first event after the one before, at
most a window after the first. By the week (from Monday) of the first step: who began, who converted, and who has not but may
still. Time to convert by scipy.stats.ecdf with right-censored customers (Kaplan and Meier), the last event being the end.

Run: /opt/peer/bin/python tests/golden/funnel-trend.py > tests/golden/funnel-trend.json
"""

import json
import pathlib
import sys

import numpy as np
import pandas as pd
import scipy.stats

FILE = pathlib.Path(__file__).resolve().parents[3] / "shared/data/retail-events/ecom.csv.gz"
STEPS = ["catalog", "add_to_cart", "purchase"]
log = pd.read_csv(FILE, parse_dates=["timestamp"]).sort_values("timestamp", kind="stable")
end = log.timestamp.max()


def attempts(window):
    for _, own in log.groupby("user_id"):
        rows = list(zip(own.timestamp, own.event))
        best = None
        for at, (begun, event) in enumerate(rows):
            if event != STEPS[0]:
                continue
            depth, last = 1, begun
            for moment, name in rows[at + 1:]:
                if window is not None and moment - begun > window:
                    break
                if depth < len(STEPS) and name == STEPS[depth]:
                    depth, last = depth + 1, moment
            if best is None or depth > best[0]:
                best = (depth, begun, last)
        if best is not None:
            yield best


def told(window):
    found = pd.DataFrame(attempts(window), columns=["depth", "begun", "last"])
    found["converted"] = found.depth == len(STEPS)
    found["open"] = ~found.converted & (window is not None) & (end - found.begun < (window or pd.Timedelta(0)))
    week = found.begun.dt.to_period("W-SUN").dt.start_time.dt.strftime("%Y-%m-%d")
    weeks = found.groupby(week)[["converted", "open"]].agg(["size", "sum"])
    took = (found["last"] - found.begun)[found.converted] / pd.Timedelta(milliseconds=1)
    waited = end - found.begun[~found.converted]
    waited = (waited if window is None else waited.clip(upper=window)) / pd.Timedelta(milliseconds=1)
    sample = scipy.stats.CensoredData.right_censored(
        np.concatenate([took, waited]), np.repeat([False, True], [len(took), len(waited)]))
    cdf = scipy.stats.ecdf(sample).cdf
    moments = np.quantile(took, [0.1, 0.25, 0.5, 0.75, 0.9, 1], method="inverted_cdf")
    return {
        "weeks": [[label, int(row["converted"]["size"]), int(row["converted"]["sum"]), int(row["open"]["sum"])]
                  for label, row in weeks.iterrows()],
        "quartiles": [float(q) for q in np.quantile(took, [0.25, 0.5, 0.75])],
        "curve": [[float(at), float(cdf.evaluate(at))] for at in moments],
    }


json.dump({"all": told(None), "within_3_days": told(pd.Timedelta(days=3))}, sys.stdout)
print()
