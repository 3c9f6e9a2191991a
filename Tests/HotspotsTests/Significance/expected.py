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


# Kulldorff's scan, by brute force over every circle and every span of slices.
def ratio(c, mu, total):
    if c <= mu or c < 2:
        return 0.0
    rest = (total - c) * math.log((total - c) / (total - mu)) if c < total else 0.0
    return c * math.log(c / mu) + rest


def circles(points, population, share):
    """Every circle around a point that reaches another point, up to a share of the population."""
    limit = share * sum(population)
    for center, (x, y) in enumerate(points):
        distances = sorted((math.hypot(px - x, py - y), i) for i, (px, py) in enumerate(points))
        for radius, group in itertools.groupby(distances, key=lambda d: round(d[0], 6)):
            members = [i for d, i in distances if d <= radius + 1e-6]
            if sum(population[i] for i in members) > limit:
                break
            yield center, radius, members


def scan(points, population, cases, spans, share=0.5):
    """The best window, then the best of those that share no place with better ones, and so on."""
    slices = len(cases[0])
    total = sum(map(sum, cases))
    rate = total / sum(population) / slices
    windows = []
    for center, radius, members in circles(points, population, share):
        people = sum(population[i] for i in members)
        for first, last in spans:
            c = sum(sum(cases[i][first:last]) for i in members)
            mu = people * rate * (last - first)
            windows.append((ratio(c, mu, total), center, radius, frozenset(members), (first, last), c, mu))
    windows.sort(key=lambda w: -w[0])
    taken = set()
    for window in windows:
        if window[0] > 0 and not taken & window[3]:
            taken |= window[3]
            yield window


heading("Kulldorff's scan: leukemia in New York (SaTScan 9.6 gives the same six)")
rows = np.genfromtxt("NewYorkLeukemia.csv", delimiter=",", skip_header=1)
found = scan([(r[0], r[1]) for r in rows], list(rows[:, 3]), [[int(r[2])] for r in rows], [(0, 1)])
for llr, center, radius, members, _, c, mu in itertools.islice(found, 8):
    print(f"{llr:.6f} around {center} radius {radius:.4f} cases {c} expected {mu:.4f} members {sorted(members)}")

heading("Kulldorff's scan over space and time: 40 scattered points, 6 slices, a cluster planted in the last three")
places = [(x, y) for x, y, _ in scattered(40)]
people = [200 + (i * 37) % 300 for i in range(40)]
near = [math.hypot(x - 500, y - 500) <= 250 for x, y in places]
cases = [[(i * 5 + s * 3 + i * s) % 3 + (4 if near[i] and s >= 3 else 0) for s in range(6)] for i in range(40)]
any_span = [(first, last) for first in range(6) for last in range(first + 1, min(6, first + 3) + 1)]
for name, spans in [("any span", any_span), ("until now", [(first, 6) for first in (3, 4, 5)])]:
    print(name)
    for llr, center, radius, members, span, c, mu in itertools.islice(scan(places, people, cases, spans), 3):
        print(f"{llr:.9f} around {center} radius {radius:.3f} cases {c} expected {mu:.9f}", span, sorted(members))

heading("Kulldorff's scan on a 7 × 7 grid, where many distances are equal")
places = [(100 * (i % 7), 100 * (i // 7)) for i in range(49)]
cases = [[(i * 11 + i * i) % 4 + (3 if i in (16, 17, 23, 24, 25) else 0)] for i in range(49)]
for llr, center, radius, members, _, c, mu in itertools.islice(scan(places, [100] * 49, cases, [(0, 1)]), 3):
    print(f"{llr:.9f} around {center} radius {radius:.3f} cases {c} expected {mu:.9f} {sorted(members)}")

heading("Knox: 150 scattered points and every 5th once more 2 days later, by brute force")
points = [(x, y) for x, y, _ in scattered(150)]
hours = [(i * i * 53 + i * 17) % 4000 for i in range(150)]
points += points[::5]
hours += [h + 48 for h in hours[::5]]
meters = np.hypot(*(np.subtract.outer(c, c) for c in map(np.array, zip(*points))))
upper = np.triu_indices(len(points), 1)
distance_band = np.searchsorted([0, 60, 120, 200], meters[upper])


def knox(hours):
    apart = np.abs(np.subtract.outer(hours, hours))[upper]
    day_band = np.searchsorted([1 * 24, 3 * 24, 7.5 * 24], apart)
    table = np.zeros((5, 4), dtype=int)
    np.add.at(table, (distance_band, day_band), 1)
    return table


observed = knox(np.array(hours))
print(observed[:4, :3].tolist())
print((np.outer(observed.sum(axis=1), observed.sum(axis=0)) / observed.sum())[:4, :3].round(9).tolist())
generator = np.random.default_rng(1)
permuted = np.array([knox(generator.permutation(hours)) for _ in range(9999)])
print("p", (((permuted >= observed).sum(axis=0) + 1) / 10000)[:4, :3].tolist())
print("mean of the permuted", permuted.mean(axis=0)[:4, :3].round(2).tolist())
