#!/usr/bin/env python3
"""Compares `--tolerance pixelmatch:T` and `pixelmatch-oklab:T` with the counts that pixelmatch
publishes for its fixtures.

    python3 Benchmarks/compare/pixelmatch_counts.py .build/release/burin FOLDER

FOLDER contains the fixtures 1a.png, 1b.png … 7b.png of pixelmatch. Exit status 1 if a count
differs.
"""

import json
import os
import subprocess
import sys

# Rule, pair, threshold, pixels that pixelmatch counts (its tests, antialiasing detected): release
# 7.2.0, and its main branch at c6fee35 of July 2026.
PUBLISHED = [
    ("pixelmatch", 1, "0.05", 143), ("pixelmatch", 1, "0.1", 106),
    ("pixelmatch", 2, "0.05", 12437), ("pixelmatch", 3, "0.05", 212),
    ("pixelmatch", 4, "0.05", 36049), ("pixelmatch", 5, "0.05", 6),
    ("pixelmatch", 6, "0.05", 51), ("pixelmatch", 7, "0.1", 2448),
    ("pixelmatch-oklab", 1, "0.05", 154), ("pixelmatch-oklab", 1, "0.1", 120),
    ("pixelmatch-oklab", 2, "0.05", 12821), ("pixelmatch-oklab", 3, "0.05", 220),
    ("pixelmatch-oklab", 4, "0.05", 36563), ("pixelmatch-oklab", 5, "0.05", 0),
    ("pixelmatch-oklab", 6, "0.05", 51), ("pixelmatch-oklab", 7, "0.1", 2440),
]


def main():
    if len(sys.argv) != 3:
        raise SystemExit("usage: pixelmatch_counts.py BURIN FOLDER")
    burin, folder = sys.argv[1:]
    print("| rule | pair | threshold | published | burin |\n| --- | --- | --- | ---: | ---: |")
    wrong = 0
    for rule, pair, threshold, published in PUBLISHED:
        files = [os.path.join(folder, f"{pair}{side}.png") for side in "ab"]
        run = subprocess.run(
            [burin, "compare", *files, "--tolerance", f"{rule}:{threshold}", "--json"],
            capture_output=True, text=True)
        if run.returncode not in (0, 1):
            raise SystemExit(run.stdout + run.stderr)
        count = json.loads(run.stdout)["pairs"][0]["pixels"]["failing"]
        wrong += count != published
        print(f"| {rule} | {pair} | {threshold} | {published} | {count} |")
    print(f"{len(PUBLISHED) - wrong} passed, {wrong} failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
