#!/usr/bin/env python3
"""Compares charts of other renderers that have a known fault or none, by each rule and by peers.

    python3 Benchmarks/corpus/renderers.py .build/release/burin FOLDER \
        --matplotlib OLD/bin/python --matplotlib NEW/bin/python [--chromium] [--gnuplot]

Each --matplotlib names the Python of an environment with a release of matplotlib. The pictures
are drawn into FOLDER, which keeps them. The peers need Pillow and pixelmatch for the Python that
runs this, and ImageMagick; those that are missing are left out, and named. Exit status 1 if the
exact rule passes a fault or fails a right picture.
"""

import argparse
import glob
import json
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from charts import all_charts

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


def peers():
    """Returns the peers that are there, by name, and the names of those that are not."""
    found, missing = {}, []
    convert = shutil.which("compare")
    if convert:
        def magick(expected, actual):
            run = subprocess.run([convert, "-metric", "AE", "-fuzz", "5%", expected, actual, "null:"],
                                 capture_output=True, text=True)
            return run.returncode != 0
        found["ImageMagick -fuzz 5%"] = magick
    else:
        missing.append("ImageMagick")
    try:
        from PIL import Image
        from pixelmatch.contrib.PIL import pixelmatch

        def python_pixelmatch(expected, actual):
            first, second = Image.open(expected), Image.open(actual)
            return first.size != second.size or pixelmatch(first, second, threshold=0.1) > 0
        found["pixelmatch (Python) 0.1"] = python_pixelmatch
    except ImportError:
        missing.append("pixelmatch")
    try:
        from matplotlib.testing.compare import compare_images
        found["matplotlib, tol 2"] = lambda a, b: compare_images(a, b, 2, in_decorator=True) is not None
    except ImportError:
        missing.append("matplotlib")
    return found, missing


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("burin")
    parser.add_argument("folder")
    parser.add_argument("--matplotlib", action="append", default=[])
    parser.add_argument("--chromium", action="store_true")
    parser.add_argument("--gnuplot", action="store_true")
    options = parser.parse_args()
    renderers = []
    for index, python in enumerate(options.matplotlib):
        folder = f"{options.folder}/matplotlib-{index}"
        renderers.append((f"matplotlib {draw(python, 'draw_matplotlib.py', folder)}", folder))
    for name in ["chromium", "gnuplot"]:
        if getattr(options, name):
            folder = f"{options.folder}/{name}"
            renderers.append((draw(sys.executable, f"draw_{name}.py", folder), folder))
    others, missing = peers()
    for name in missing:
        print(f"left out: {name} is not installed")
    columns = RULES + list(others)
    print("| renderer | faults | right | " + " | ".join(columns) + " |")
    print("| --- | ---: | ---: | " + " | ".join("---" for _ in columns) + " |")
    wrong, total, notes = 0, 0, []
    for renderer, folder in renderers:
        found = {column: [0, 0] for column in columns}
        faults = rights = unseen = 0
        for name, words, kind, _ in all_charts():
            if name.endswith("-right"):
                continue
            expected, actual = f"{folder}/{kind}-right.png", f"{folder}/{name}.png"
            is_fault = not name.endswith("-again")
            if is_fault:
                with open(expected, "rb") as a, open(actual, "rb") as b:
                    if a.read() == b.read():
                        # The renderer draws this parameter nowhere, such as a marker of bars.
                        unseen += 1
                        continue
            faults, rights = faults + is_fault, rights + (not is_fault)
            for column in columns:
                fails = (burin(options.burin, column, expected, actual) if column in RULES
                         else others[column](expected, actual))
                found[column][0 if is_fault else 1] += fails
                if column == "exact" and fails != is_fault:
                    wrong += 1
                    notes.append(f"{renderer}: {name}, {words}: exact {'fails' if fails else 'passes'}")
        total += faults + rights
        cells = [f"{hits} found, {alarms} false" for hits, alarms in found.values()]
        print(f"| {renderer} | {faults} | {rights} | " + " | ".join(cells) + " |")
        if unseen:
            notes.append(f"{renderer}: {unseen} charts with a parameter that it does not draw")
    print(f"{total} pairs")
    for note in notes:
        print(note)
    for report in glob.glob(f"{options.folder}/**/*-failed-diff.png", recursive=True):
        os.remove(report)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
