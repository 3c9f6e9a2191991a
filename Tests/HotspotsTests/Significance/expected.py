"""Prints the answers that the tests beside this file expect, computed by other programs.

    python3 -m venv venv && venv/bin/pip install esda libpysal pymannkendall scipy
    venv/bin/python expected.py

Nothing runs it but a reader who wants to see where a number comes from.
"""

import itertools
import math
import warnings

import numpy as np
import pymannkendall
from esda import G_Local
from libpysal.weights import DistanceBand, lat2W
from scipy import stats

warnings.filterwarnings("ignore")


def heading(text):
    print(f"\n## {text}")


# The same made-up values are computed in the tests, by the same formulas.
def grid_values():
    """12 columns, 10 rows, row by row from the south, with a raised patch."""
    return [
        (column * column * 3 + row * 7 + column * row) % 11 + (9 if abs(column - 3) + abs(row - 4) <= 2 else 0)
        for row in range(10)
        for column in range(12)
    ]


def scattered(count):
    """Points on 1 km², as whole metres, and a value at each."""
    return [((i * 7919 + 101) % 1000, (i * 104729 + 7 * i * i) % 1000, (i * i * 31 + i) % 17) for i in range(count)]


heading("Gi* on a square grid, cells that touch (esda G_Local, star=True)")
y = np.array(grid_values(), dtype=float)
gi = G_Local(y, lat2W(10, 12, rook=False), transform="B", star=True, permutations=0)
for place in [0, 11, 39, 51, 52, 63, 119]:
    print(place, repr(gi.Zs[place]), "two-sided p", repr(2 * stats.norm.sf(abs(gi.Zs[place]))))
adjusted = stats.false_discovery_control(2 * stats.norm.sf(abs(gi.Zs)), method="bh")
print("adjusted", [repr(float(adjusted[i])) for i in [0, 11, 39, 51, 52, 63, 119]])
print("significant at 0.05:", np.flatnonzero(adjusted <= 0.05).tolist())

heading("Gi* within 180 m of scattered points (esda G_Local, star=True)")
points = scattered(60)
weights = DistanceBand([p[:2] for p in points], threshold=180, binary=True, silence_warnings=True)
gi = G_Local(np.array([p[2] for p in points], dtype=float), weights, transform="B", star=True, permutations=0)
print([round(float(z), 12) for z in gi.Zs[:8]], "sum of |z|", repr(float(abs(gi.Zs).sum())))

heading("Mann-Kendall (pymannkendall original_test)")
for series in [
    [3, 5, 4, 8, 6, 9, 11, 10, 13, 12, 15, 14],
    [2, 2, 1, 2, 3, 2, 1, 1, 2, 3, 3, 2, 1],
    [9.5, 9.1, 8.7, 8.8, 7.0, 6.5, 6.6, 5.0, 4.2, 4.1, 3.9],
]:
    print(series, pymannkendall.original_test(series))
