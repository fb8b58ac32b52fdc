"""Makes conditioned-funnels.json: funnels of the shop's events whose steps ask for an event and a value, by pandas.

Events of a customer (or a visit) in order of time, rows of one time in the order of the file; each step is taken at the first
event after the step before it that has one of its names and, where asked for, the platform.

Run: python tests/golden/conditioned-funnels.py > tests/golden/conditioned-funnels.json
"""

import json
import pathlib
import sys

import pandas as pd

FILE = pathlib.Path(__file__).resolve().parents[3] / "shared/data/retail-events/ecom.csv.gz"
FUNNELS = {
    "catalog>add_to_cart>purchase[platform=mobile]": [(["catalog"], None), (["add_to_cart"], None), (["purchase"], "mobile")],
    "catalog[platform=desktop]|search[platform=desktop]>add_to_cart|wishlist_add>purchase": [
        (["catalog", "search"], "desktop"), (["add_to_cart", "wishlist_add"], None), (["purchase"], None)],
}
UNITS = {"customer": "user_id", "visit": "session_id"}

events = pd.read_csv(FILE).sort_values("timestamp", kind="stable")


def reached(steps, unit):
    counts = [0] * len(steps)
    for _, rows in events.groupby(unit, sort=False):
        depth = 0
        for event, platform in zip(rows["event"], rows["platform"]):
            if depth < len(steps) and event in steps[depth][0] and steps[depth][1] in (None, platform):
                depth += 1
        for step in range(depth):
            counts[step] += 1
    return counts


found = [{"funnel": text, "count": count, "reached": reached(steps, unit)}
         for text, steps in FUNNELS.items() for count, unit in UNITS.items()]
json.dump(found, sys.stdout, indent=2)
print()
