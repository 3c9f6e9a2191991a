"""Holds the workbooks and GeoPackages of a folder to the CSV of the same name, as LibreOffice and GDAL read them.

NAME.csv is right. LibreOffice has turned each sheet of NAME.xlsx into NAME-SHEET.csv; GDAL opens NAME.gpkg. Prints a line
for each value that differs or table that is not there, and at last how many tables were compared.
"""

import csv
import re
import sys
from datetime import datetime, timezone
from pathlib import Path

from osgeo import ogr

csv.field_size_limit(1 << 30)
ogr.UseExceptions()


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def moment(text):
    """An ISO 8601 moment with its offset, or nothing."""
    try:
        value = datetime.fromisoformat(text)
    except ValueError:
        return None
    return value if value.tzinfo else None


def number(text):
    try:
        return float(text)
    except ValueError:
        return None


def is_same(wanted, got, read_moment):
    if wanted == got:
        return True
    time = moment(wanted)
    if time is not None:
        return read_moment(time) == got
    # GDAL writes days with slashes.
    if re.fullmatch(r"\d{4}-\d\d-\d\d", wanted):
        return wanted.replace("-", "/") == got
    # 12.0 and 12 are one number; ids and codes are text, and text has to be equal.
    return number(wanted) is not None and number(wanted) == number(got) and "." in wanted


def sheets(folder, name):
    """The rows of each sheet of a workbook, the header first."""
    return [rows_of(path) for path in sorted(folder.glob(f"{name}-*.csv"))]


def layers(path):
    """The rows of each table of a GeoPackage, the header first."""
    # Without its source a layer is a dangling pointer.
    source = ogr.Open(str(path))
    tables = []
    for layer in source:
        definition = layer.GetLayerDefn()
        names = [definition.GetFieldDefn(index).GetName() for index in range(definition.GetFieldCount())]
        tables.append([names] + [
            [feature.GetFieldAsString(index) if feature.IsFieldSetAndNotNull(index) else ""
             for index in range(len(names))]
            for feature in layer
        ])
    return tables


def compare(label, wanted, tables, read_moment):
    """Says what differs in the one table that has the wanted columns and number of rows."""
    found = [table for table in tables if (table[0], len(table)) == (wanted[0], len(wanted))]
    if len(found) != 1:
        print(label, "has", len(found), "tables of these columns and", len(wanted) - 1, "rows")
        return
    for line, (row, other) in enumerate(zip(wanted, found[0])):
        for column, value, read in zip(wanted[0], row, other):
            if not is_same(value, read, read_moment):
                print(label, "row", line, column, repr(read), "and not", repr(value))


folder = Path(sys.argv[1])
tables = sorted(path.stem for path in folder.glob("*.gpkg"))
for name in tables:
    wanted = rows_of(folder / f"{name}.csv")
    # A workbook holds the city's own time, without its offset.
    compare(f"{name}.xlsx", wanted, sheets(folder, name),
            lambda time: time.replace(tzinfo=None).isoformat(sep=" "))
    compare(f"{name}.gpkg", wanted, layers(folder / f"{name}.gpkg"),
            lambda time: time.astimezone(timezone.utc).strftime("%Y/%m/%d %H:%M:%S+00"))
print(len(tables), "tables")
