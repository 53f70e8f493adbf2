#!/usr/bin/env python3
"""Compares `--tolerance pixelmatch:T` with the counts that pixelmatch publishes for its fixtures.

    python3 Benchmarks/compare/pixelmatch_counts.py .build/release/burin FOLDER

FOLDER contains the fixtures 1a.png, 1b.png … 7b.png of pixelmatch 7.2.0. Exit status 1 if a count
differs.
"""

import json
import os
import subprocess
import sys

# Pair, threshold, pixels that pixelmatch 7.2.0 counts (its tests, antialiasing detected).
PUBLISHED = [
    (1, "0.05", 143), (1, "0.1", 106), (2, "0.05", 12437), (3, "0.05", 212), (4, "0.05", 36049),
    (5, "0.05", 6), (6, "0.05", 51), (7, "0.1", 2448),
]


def main():
    if len(sys.argv) != 3:
        raise SystemExit("usage: pixelmatch_counts.py BURIN FOLDER")
    burin, folder = sys.argv[1:]
    print("| pair | threshold | published | burin |\n| --- | --- | ---: | ---: |")
    wrong = 0
    for pair, threshold, published in PUBLISHED:
        files = [os.path.join(folder, f"{pair}{side}.png") for side in "ab"]
        run = subprocess.run(
            [burin, "compare", *files, "--tolerance", f"pixelmatch:{threshold}", "--json"],
            capture_output=True, text=True)
        if run.returncode not in (0, 1):
            raise SystemExit(run.stdout + run.stderr)
        count = json.loads(run.stdout)["pairs"][0]["pixels"]["failing"]
        wrong += count != published
        print(f"| {pair} | {threshold} | {published} | {count} |")
    print(f"{len(PUBLISHED) - wrong} passed, {wrong} failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
