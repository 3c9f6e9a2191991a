"""Counts open cases by council district with shapely, by their recorded positions or, where those are useless or
planted geocoding errors, by the planted truth, for Tests/wardlineTests/Map. Run in the project's folder.

python3 -m venv /tmp/venv && /tmp/venv/bin/pip install shapely==2.0.6 && /tmp/venv/bin/python Tests/Expected/maps.py
"""
import collections
import csv
import json

import shapely

AREAS = json.load(open("Boundaries/council-districts.geojson"))["features"]
SHAPES = [(f["properties"]["district"], shapely.from_geojson(json.dumps(f["geometry"]))) for f in AREAS]
PRIVATE = {"Encampment", "Wellness Check"}
TRUTH = {r["request_id"]: r for r in csv.DictReader(open("SampleData/truth.csv"))}
ROWS = list(csv.DictReader(open("SampleData/requests.csv")))
# The one point that very many requests on many streets carry.
DEFAULT = collections.Counter((r["lon"], r["lat"]) for r in ROWS if r["lon"]).most_common(1)[0][0]


def recorded(row):
    """Returns the recorded position, or None where it is of no use."""
    if not row["lon"] or (row["lon"], row["lat"]) == DEFAULT:
        return None
    x, y = float(row["lon"]), float(row["lat"])
    return None if abs(x) > 180 or abs(y) > 90 or (x, y) == (0, 0) else (x, y)


def area(position):
    return next((code for code, shape in SHAPES if shape.covers(shapely.Point(position))), "outside")


def place(row):
    position = recorded(row)
    truth = TRUTH.get(row["sr_number"])
    is_useless = position is None or area(position) == "outside" or truth and truth["cause"] == "geocoding_error"
    if is_useless and truth and truth["longitude"]:
        position = float(truth["longitude"]), float(truth["latitude"])
    return area(position) if position else "none"


def count(day):
    placed, missing = collections.Counter(), 0
    for row in ROWS:
        is_open = row["created"][:10] <= day and (
            row["closed"][:10] > day or not row["closed"] and row["status"] in ("Open", "In Progress"))
        if not is_open or row["sr_type"] in PRIVATE:
            continue
        where = place(row)
        if where == "none":
            missing += 1
        else:
            placed[where] += 1
    return dict(sorted(placed.items())), missing


for day in ("2025-06-30", "2024-06-30"):
    print(day, *count(day))
