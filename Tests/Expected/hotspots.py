"""Expected answers of HotspotsTests, by scikit-learn 1.9 and hdbscan 0.8: python3 hotspots.py [FOLDER OF REAL DATA]

Prints Swift tuples for ClusterAgreementTests and HierarchyTests. A fingerprint is FNV-1a over 32-bit numbers, one for
each point: the first point of its cluster, -1 for noise, -2 for a border point, which several clusters may claim.
"""
import csv
import sys

import hdbscan
import numpy as np
from sklearn.cluster import DBSCAN, HDBSCAN


def fingerprint(numbers):
    value = 0xCBF29CE484222325
    for byte in np.asarray(numbers, "<i4").tobytes():
        value = ((value ^ byte) * 0x100000001B3) % (1 << 64)
    return f"0x{value:016X}"


def first_members(labels):
    first = {}
    return [-1 if label < 0 else first.setdefault(label, place) for place, label in enumerate(labels)]


def density(points, groups, radius, minimum):
    """DBSCAN within each group: fingerprint, clusters, noise."""
    numbers = np.full(len(points), -1)
    clusters = 0
    for group in np.unique(groups):
        own = np.flatnonzero(groups == group)
        model = DBSCAN(eps=radius, min_samples=minimum, algorithm="kd_tree").fit(points[own])
        is_core = np.zeros(len(own), bool)
        is_core[model.core_sample_indices_] = True
        first = np.array(first_members(np.where(is_core, model.labels_, -1)))
        numbers[own] = np.where(is_core, own[np.maximum(first, 0)], np.where(model.labels_ < 0, -1, -2))
        clusters += model.labels_.max() + 1
    return fingerprint(numbers), clusters, int((numbers == -1).sum())


def simultaneous(linkage, count, minimum):
    """The clusters of a library's own single linkage, equal distances taken as one merge."""
    left, right, distance = (linkage[:, 0].astype(int), linkage[:, 1].astype(int), linkage[:, 2])
    size = np.ones(count + len(left), int)
    for merge in range(len(left)):
        size[count + merge] = size[left[merge]] + size[right[merge]]

    def below(node, stop):
        waiting, found = [node], []
        while waiting:
            top = waiting.pop()
            if top >= count and not stop(top):
                waiting += [left[top - count], right[top - count]]
            else:
                found.append(top)
        return found

    branches, branch_of = [[None, 0.0, 0.0]], np.zeros(count, int)   # parent, birth, stability
    waiting = [(count + len(left) - 1, 0)]
    while waiting:
        node, branch = waiting.pop()
        at = distance[node - count]
        density_ = 1 / at if at > 0 else np.inf
        children = below(node, lambda top: distance[top - count] < at)
        large = [child for child in children if size[child] >= minimum]
        for child in children:
            if size[child] < minimum:
                branch_of[below(child, lambda top: False)] = branch
            if size[child] < minimum or len(large) > 1:
                branches[branch][2] += size[child] * (density_ - branches[branch][1])
        for child in large:
            if len(large) > 1:
                branches.append([branch, density_, 0.0])
            waiting.append((child, len(branches) - 1 if len(large) > 1 else branch))
    total, under = [branch[2] for branch in branches], [0.0] * len(branches)
    chosen = [False] * len(branches)
    for place in range(len(branches) - 1, 0, -1):
        chosen[place] = under[place] <= total[place]
        total[place] = max(total[place], under[place])
        under[branches[place][0]] += total[place]
    cluster = [-1] * len(branches)
    for place in range(1, len(branches)):
        above = cluster[branches[place][0]]
        cluster[place] = above if above >= 0 else place if chosen[place] else -1
    return np.array(cluster)[branch_of]


def hierarchy(points, minimum, reach):
    """HDBSCAN from both libraries, which must agree: fingerprint, clusters, noise."""
    one = HDBSCAN(min_cluster_size=minimum, min_samples=reach, algorithm="kd_tree", copy=True).fit(points)
    # hdbscan does not count the point itself.
    other = hdbscan.HDBSCAN(min_cluster_size=minimum, min_samples=max(reach - 1, 1), approx_min_span_tree=False).fit(
        points)
    answers = [
        simultaneous(np.array([list(row)[:3] for row in one._single_linkage_tree_.tolist()]), len(points), minimum),
        simultaneous(other.single_linkage_tree_.to_numpy(), len(points), minimum)]
    if reach <= 2:   # no two edges are equally long: the libraries' labels are the answer as they stand
        answers += [one.labels_, other.labels_]
    prints = {fingerprint(first_members(labels)) for labels in answers}
    assert len(prints) == 1, (minimum, reach, prints)
    return prints.pop(), len(set(answers[0]) - {-1}), int((answers[0] < 0).sum())


class SeededNumbers:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) % (1 << 64)
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) % (1 << 64)
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) % (1 << 64)
        return mixed ^ (mixed >> 31)

    def fraction(self):
        return (self.next() >> 11) * 2.0**-53


def towns(count, seed):
    """The points of PointSets.towns: a fifth scattered, the rest in towns of different density."""
    numbers = SeededNumbers(seed)
    centres = [(numbers.fraction() * 4000, numbers.fraction() * 4000, 20 + numbers.fraction() * 300) for _ in range(9)]
    points = []
    for place in range(count):
        if place % 5 == 0:
            points.append((numbers.fraction() * 4000, numbers.fraction() * 4000))
        else:
            x, y, width = centres[place % 9]
            dx = numbers.fraction() + numbers.fraction() + numbers.fraction() - 1.5
            dy = numbers.fraction() + numbers.fraction() + numbers.fraction() - 1.5
            points.append((x + dx * width, y + dy * width))
    return np.array(points)


def baltimore(folder):
    """All requests with a position, on a plain grid of metres, and the place of their category among all names."""
    points, names = [], []
    with open(f"{folder}/baltimore/baltimore_311_sample_10000.csv", newline="") as file:
        for row in csv.DictReader(file):
            try:
                longitude, latitude = float(row["Longitude"]), float(row["Latitude"])
            except ValueError:
                continue
            points.append(((longitude + 76.6) * 86400, (latitude - 39.3) * 111000))
            names.append(row["SRType"])
    return np.array(points), np.unique(names, return_inverse=True)[1]


def show(name, key, answer):
    print(f"    ({', '.join(map(str, key))}, {answer[0]}, {answer[1]}, {answer[2]}),  // {name}")


points = towns(3000, 311)
for radius in (25, 60, 120):
    for minimum in (3, 8):
        show("towns", (radius, minimum), density(points, np.zeros(len(points)), radius, minimum))
for minimum, reach in ((5, 1), (12, 2), (5, 5), (12, 12), (40, 6)):
    show("towns, hierarchy", (minimum, reach), hierarchy(points, minimum, reach))
if len(sys.argv) > 1:
    points, categories = baltimore(sys.argv[1])
    for radius in (25, 50, 100):
        for minimum in (3, 5):
            show("Baltimore", (radius, minimum), density(points, np.zeros(len(points)), radius, minimum))
            show("Baltimore by category", (radius, minimum), density(points, categories, radius, minimum))
    # The default point apart, where 885 requests lie on one spot: the libraries need distances.
    apart = points[(points != ((-77 + 76.6) * 86400, (39 - 39.3) * 111000)).any(axis=1)]
    for minimum, reach in ((5, 1), (15, 2), (5, 5), (15, 15)):
        show("Baltimore, hierarchy", (minimum, reach), hierarchy(apart, minimum, reach))
