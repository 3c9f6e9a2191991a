"""The same clusters by PyPI's dbscan (parallel, exact, C++): python3 dbscan-peer.py REQUESTS.csv OUT.csv [all]

Reads id, category, longitude and latitude by polars, projects by pyproj, clusters each category (or all together)
within 25 m with a minimum of 5, writes id and cluster. Needs: pip install dbscan polars pyproj
"""
import sys

sys.modules["sklearn"] = None  # dbscan loads it where it is installed, for a second, and does not need it
import numpy as np
import polars as pl
import pyproj
from dbscan import DBSCAN

requests = pl.read_csv(sys.argv[1], columns=["id", "category", "longitude", "latitude"])
requests = requests.drop_nulls(["longitude", "latitude"])
zone = pyproj.Transformer.from_crs(4326, 32618, always_xy=True)
points = np.column_stack(zone.transform(requests["longitude"].to_numpy(), requests["latitude"].to_numpy()))
category = requests["category"].cast(pl.Categorical).to_physical().to_numpy()
together = sys.argv[3:] == ["all"]
labels = np.full(len(points), -1, np.int64)
first = 0
for own in [np.arange(len(points))] if together else [np.flatnonzero(category == c) for c in np.unique(category)]:
    found = np.asarray(DBSCAN(np.ascontiguousarray(points[own]), eps=25.0, min_samples=5)[0])
    labels[own] = np.where(found >= 0, found + first, -1)
    first += found.max() + 1
pl.DataFrame({"id": requests["id"], "cluster": labels}).write_csv(sys.argv[2])
