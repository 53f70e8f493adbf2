#!/usr/bin/env python3
"""Compares charts of other renderers that have a known fault or none, by each rule and by peers.

    python3 Benchmarks/corpus/renderers.py .build/release/burin FOLDER \
        --matplotlib OLD/bin/python --matplotlib NEW/bin/python [--chromium] [--gnuplot] [--r]

Each --matplotlib names the Python of an environment with a release of matplotlib. The pictures
are drawn into FOLDER, which keeps them. The peers are those of Benchmarks/compare/peers.py; those
that are missing are left out, and named. The second table tells for each fault in how many of the
pictures that show it a rule or a peer misses it. Exit status 1 if the
exact rule passes a fault or fails a right picture.
"""

import argparse
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, f"{HERE}/../compare"]
import peers  # noqa: E402
from charts import all_charts  # noqa: E402

RULES = ["exact", "raster", "24", "pixelmatch:0.1", "pixelmatch-oklab:0.1"]


def draw(python, script, folder):
    """Draws all charts once; returns the renderer's name."""
    os.makedirs(folder, exist_ok=True)
    run = subprocess.run([python, os.path.join(HERE, script), folder], capture_output=True,
                         text=True)
    if run.returncode != 0:
        raise SystemExit(f"{script}: {run.stderr}")
    return run.stdout.splitlines()[0] if run.stdout else script


def burin(program, rule, expected, actual):
    run = subprocess.run([program, "compare", expected, actual, "--tolerance", rule, "--json"],
                         capture_output=True, text=True)
    if run.returncode not in (0, 1):
        raise SystemExit(run.stdout + run.stderr)
    json.loads(run.stdout)
    return run.returncode == 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("burin")
    parser.add_argument("folder")
    parser.add_argument("--matplotlib", action="append", default=[])
    parser.add_argument("--chromium", action="store_true")
    parser.add_argument("--gnuplot", action="store_true")
    parser.add_argument("--r", action="store_true")
    options = parser.parse_args()
    renderers = []
    for index, python in enumerate(options.matplotlib):
        folder = f"{options.folder}/matplotlib-{index}"
        renderers.append((f"matplotlib {draw(python, 'draw_matplotlib.py', folder)}", folder))
    for name in ["chromium", "gnuplot", "r"]:
        if getattr(options, name):
            folder = f"{options.folder}/{name}"
            renderers.append((draw(sys.executable, f"draw_{name}.py", folder), folder))
    names, missing = peers.installed()
    for name in missing:
        print(f"left out: {name} is not installed")
    others = {name: peers.ALL[name]() for name in names}
    columns = RULES + names
    print("| renderer | pairs | " + " | ".join(columns) + " |")
    print("| --- | ---: | " + " | ".join("---:" for _ in columns) + " |", flush=True)
    wrong, notes, missed = 0, [], {}
    sums = {column: [0, 0] for column in columns}
    total = [0, 0]
    for renderer, folder in renderers:
        found = {column: [0, 0] for column in columns}
        faults = rights = unseen = 0
        for name, words, kind, _ in all_charts():
            if name.endswith("-right"):
                continue
            expected, actual = f"{folder}/{kind}-right.png", f"{folder}/{name}.png"
            is_fault = not name.endswith("-again")
            if is_fault and has_same_pixels(expected, actual):
                # The renderer draws this parameter nowhere, such as a marker of bars.
                unseen += 1
                continue
            faults, rights = faults + is_fault, rights + (not is_fault)
            counts = missed.setdefault(words, [0, {}]) if is_fault else [0, {}]
            counts[0] += 1
            for column in columns:
                fails = (burin(options.burin, column, expected, actual) if column in RULES
                         else not others[column](expected, actual)[0])
                found[column][0 if is_fault else 1] += fails
                if is_fault and not fails:
                    counts[1][column] = counts[1].get(column, 0) + 1
                if column == "exact" and fails != is_fault:
                    wrong += 1
                    notes.append(f"{renderer}: {name}, {words}: exact {'fails' if fails else 'passes'}")
        cells = [words_of(found[column], faults) for column in columns]
        print(f"| {renderer} | {faults + rights} | " + " | ".join(cells) + " |", flush=True)
        total = [total[0] + faults, total[1] + rights]
        for column in columns:
            sums[column] = [a + b for a, b in zip(sums[column], found[column])]
        if unseen:
            notes.append(f"{renderer}: {unseen} charts with a parameter that it does not draw")
    cells = [words_of(sums[column], total[0]) for column in columns]
    print(f"| all | {sum(total)} | " + " | ".join(cells) + " |")
    print("\n| missed | pictures | " + " | ".join(columns) + " |")
    print("| --- | ---: | " + " | ".join("---:" for _ in columns) + " |")
    for words, (count, by_column) in missed.items():
        cells = [str(by_column.get(column, "")) for column in columns]
        print(f"| {words} | {count} | " + " | ".join(cells) + " |")
    for note in notes:
        print(note)
    return 1 if wrong else 0


def words_of(found, faults):
    """Faults found of all, and alarms at right pictures if there are any."""
    hits, alarms = found
    return f"{hits} of {faults}" + (f", {alarms} false" if alarms else "")


def has_same_pixels(expected, actual):
    """Returns whether two pictures are the same to Pillow, which knows nothing of burin's rules."""
    from PIL import Image, ImageChops
    first, second = (Image.open(path).convert("RGBA") for path in (expected, actual))
    return (first.size == second.size
            and all(band.getbbox() is None for band in ImageChops.difference(first, second).split()))


if __name__ == "__main__":
    sys.exit(main())
