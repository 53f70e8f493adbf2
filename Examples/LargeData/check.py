#!/usr/bin/env python3
"""Draws a table of DuckDB from one query, and holds the picture against that of all rows.

    check.py [ROWS]

Needs the Python package duckdb, and a release build of this package:
    swift build -c release --package-path Examples/LargeData
"""

import pathlib
import subprocess
import sys
import tempfile
import time

import duckdb

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = HERE / ".build" / "release" / "LargeData"


def main():
    rows = int(float(sys.argv[1])) if len(sys.argv) > 1 else 10**7
    with tempfile.TemporaryDirectory(prefix="large-data-") as name:
        check(rows, pathlib.Path(name))


def check(rows, folder):
    table = duckdb.connect(str(folder / "table.duckdb"))
    table.execute(f"""
        CREATE TABLE samples AS
        SELECT i::DOUBLE AS x,
          sin(i * 31.4 / {rows}) + 0.3 * ((hash(i) % 1000003 + hash(i + 77) % 1000003) / 1000003.0 - 1) AS y
        FROM range({rows}) t(i)""")
    start = time.monotonic()
    query = (HERE / "sql" / "line.sql").read_text()
    table.execute(f"COPY ({query}) TO '{folder / 'line.csv'}' (HEADER)")
    asked = time.monotonic()
    with open(folder / "line.csv") as csv:
        subprocess.run([PROGRAM, "line", folder / "line.png"], stdin=csv, check=True)
    print(f"{rows:,} rows: asked in {asked - start:.1f} s, drawn in {time.monotonic() - asked:.2f} s")
    if rows > 10**7:
        return print("the raw rows are not drawn beyond 10⁷")
    table.execute(
        f"COPY (SELECT x, y FROM samples ORDER BY x) TO '{folder / 'raw.csv'}' (HEADER)")
    found = subprocess.run(
        [PROGRAM, "compare", folder / "line.csv", folder / "raw.csv"], check=True,
        capture_output=True, text=True).stdout
    print(found, end="")
    if int(found.split()[2]) > 2:
        sys.exit("the picture of the query's rows is not that of all rows")


if __name__ == "__main__":
    main()
