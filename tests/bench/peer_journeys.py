"""Journeys of a shop's log in pandas and numpy: the peer of `npm run bench journeys`.

python3 tests/bench/peer_journeys.py FILE.parquet prints one line of JSON: per task the milliseconds by the clock and of all
processors, and what was found, in the very form in which `journeys.ts` prints it; then the peak of memory in bytes. Imports,
reading the file and numbering the customers are not counted.
"""

import json
import resource
import sys
import time

import numpy as np
import pandas as pd

GAP, BOT_RATE, BOT_SPAN = np.timedelta64(30, "m"), 120, np.timedelta64(60, "s")
FUNNEL = [["home", "catalog", "search"], ["product_view"], ["add_to_cart"], ["shipping_details"], ["purchase"]]
STARTS, ENDS = "(the visit begins)", "(the visit ends)"

log = pd.read_parquet(sys.argv[1], columns=["customer_id", "timestamp", "event"])
log = log[log["customer_id"].notna()]
log["customer"] = pd.factorize(log["customer_id"])[0]
log = log.drop(columns="customer_id")


def sessions():
    global events, names, visits
    events = log[log["timestamp"].between(pd.Timestamp("1971-01-01"), pd.Timestamp("2100-01-01"), inclusive="left")]
    codes, names = pd.factorize(events["event"])
    events = pd.DataFrame({"customer": events["customer"], "at": events["timestamp"], "event": codes})
    events = events.sort_values(["customer", "at"], kind="stable", ignore_index=True)
    customer, at = events["customer"].to_numpy(), events["at"].to_numpy()
    fast = (customer[BOT_RATE:] == customer[:-BOT_RATE]) & (at[BOT_RATE:] - at[:-BOT_RATE] < BOT_SPAN)
    bots = np.unique(customer[BOT_RATE:][fast])
    events = events[~events["customer"].isin(bots)].reset_index(drop=True)
    customer, at = events["customer"].to_numpy(), events["at"].to_numpy()
    starts = np.ones(len(events), bool)
    starts[1:] = (customer[1:] != customer[:-1]) | (at[1:] - at[:-1] > GAP)
    events["visit"] = np.cumsum(starts) - 1
    by = events.groupby("visit", sort=False)
    visits = by.agg(customer=("customer", "first"), started=("at", "first"), ended=("at", "last"), n=("event", "size"),
                    entry=("event", "first"), exit=("event", "last"))
    found = {"visits": len(visits), "events": len(events), "customers": visits["customer"].nunique(), "bots": len(bots)}
    return {key: int(n) for key, n in found.items()}


def funnel():
    customer, event = events["customer"].to_numpy(), events["event"].to_numpy()
    reached_at = np.full(customer.max() + 1, -1)
    reached, came = [], np.ones(len(reached_at), bool)
    for step in FUNNEL:
        rows = np.flatnonzero(np.isin(event, names.get_indexer(step)))
        rows = rows[came[customer[rows]] & (rows > reached_at[customer[rows]])]
        who, first = np.unique(customer[rows], return_index=True)
        came = np.zeros(len(reached_at), bool)
        came[who] = True
        reached_at[who] = rows[first]
        reached.append(len(who))
    return reached


def paths():
    event, visit = events["event"].to_numpy(), events["visit"].to_numpy()
    size = len(names)
    following = np.full(len(event), size)
    same = visit[1:] == visit[:-1]
    following[:-1][same] = event[1:][same]
    counts = np.zeros((size + 1, size + 1), int)
    counts[:size] = np.bincount(event * (size + 1) + following, minlength=size * (size + 1)).reshape(size, -1)
    counts[size, :size] = np.bincount(visits["entry"].to_numpy(), minlength=size)
    cells = [(f"{one} > {other}", int(counts[i, j]))
             for i, one in enumerate([*names, STARTS]) for j, other in enumerate([*names, ENDS])]
    return sorted([list(cell) for cell in cells if cell[1] > 0])


def retention():
    found = []
    for freq, words in (("W-SUN", "%Y-%m-%d"), ("M", "%Y-%m")):
        active = pd.DataFrame({"customer": visits["customer"], "period": visits["started"].dt.to_period(freq)})
        number = active["period"].astype("int64")
        active = active.assign(number=number).drop_duplicates(["customer", "number"])
        active["first"] = active.groupby("customer")["number"].transform("min")
        counts = active.groupby(["first", active["number"] - active["first"]]).size().unstack(fill_value=0)
        end = active["number"].max()
        label = active.drop_duplicates("number").set_index("number")["period"].dt.start_time.dt.strftime(words)
        found.append([[label[first], *(int(n) for n in row[: end - first + 1])]
                      for first, row in zip(counts.index, counts.to_numpy())])
    return found


def timed(work):
    wall, cpu = time.perf_counter(), time.process_time()
    answer = work()
    return {"wall": 1000 * (time.perf_counter() - wall), "cpu": 1000 * (time.process_time() - cpu), "answer": answer}


tasks = {work.__name__: timed(work) for work in (sessions, funnel, paths, retention)}
print(json.dumps({"tasks": tasks, "peakBytes": 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}))
