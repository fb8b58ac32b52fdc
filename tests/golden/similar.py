"""Makes similar.json: what scikit-learn and numpy say about who is near whom in two tables of users.

Run: python tests/golden/similar.py ../shared > tests/golden/similar.json

The files are read from the directory given and not repeated: only places of rows and distances are written.
"""

import json
import sys

import numpy as np
import pandas as pd
import sklearn
from sklearn.neighbors import NearestNeighbors
from sklearn.preprocessing import StandardScaler

SHARED = sys.argv[1]
COUNT = 10

FILES = {
    "users": (
        f"{SHARED}/data/telecom-xdr/users.csv",
        ["sessions", "total_duration", "total_bytes", "avg_tcp_retrans_bytes", "avg_rtt_ms", "avg_throughput_kbps"],
        [0, 4, 777, 50_000],
        lambda frame: frame.sessions >= 8,
    ),
    "social": (
        f"{SHARED}/data/social-media/train.csv",
        [
            "Daily_Usage_Time (minutes)",
            "Posts_Per_Day",
            "Likes_Received_Per_Day",
            "Comments_Received_Per_Day",
            "Messages_Sent_Per_Day",
        ],
        [0, 1, 500, 999],
        lambda frame: frame["Posts_Per_Day"] >= 7,
    ),
}


def similar(path, columns, asked, grouped):
    frame = pd.read_csv(path).dropna(how="all").dropna(subset=columns).reset_index(drop=True)
    scaled = StandardScaler().fit_transform(frame[columns].to_numpy(float))
    search = NearestNeighbors(n_neighbors=len(scaled), algorithm="brute").fit(scaled)
    singles = []
    for row in asked:
        # scikit-learn's fast formula loses half the digits near 0, so its order is kept and its distances are told again.
        _, found = search.kneighbors(scaled[[row]])
        exact = np.sqrt(((scaled - scaled[row]) ** 2).sum(axis=1))
        others = np.delete(exact, row)
        order = found[0][found[0] != row]
        singles.append(
            {
                "row": row,
                "nearest": order[: 3 * COUNT].tolist(),
                "distances": exact[order[: 3 * COUNT]].tolist(),
                "identical": int((others == 0).sum()),
                "median": float(np.median(others)),
            }
        )
    group = grouped(frame).to_numpy()
    mean = scaled[group].mean(axis=0)
    spread = np.sqrt((((scaled[group] - mean) ** 2).sum(axis=0) + scaled.var(axis=0)) / group.sum())
    distance = np.sqrt((((scaled - mean) / spread) ** 2).sum(axis=1))
    own90 = np.quantile(distance[group], 0.9)
    outside = np.flatnonzero(~group)
    return {
        "rows": len(frame),
        "singles": singles,
        "group": {
            "members": int(group.sum()),
            "own90": own90,
            "within90": int((distance[outside] <= own90 * (1 + 1e-9)).sum()),
            "distances": np.sort(distance[outside])[:COUNT].tolist(),
        },
    }


json.dump(
    {
        "made_with": {"numpy": np.__version__, "pandas": pd.__version__, "scikit-learn": sklearn.__version__},
        **{name: similar(*of) for name, of in FILES.items()},
    },
    sys.stdout,
    separators=(",", ":"),
)
