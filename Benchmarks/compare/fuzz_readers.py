#!/usr/bin/env python3
"""Reads changed copies of PNG files, scenes and manifests, and finds the inputs that end the reader.

    swift build -c release --package-path Benchmarks/compare --product Readers
    python3 Benchmarks/compare/fuzz_readers.py Benchmarks/compare/.build/release/Readers golden \
        [--inputs 1000000]

The first inputs are the goldens of the folder, and PNG files of every kind. Exit status 1 if an
input ends the program.
"""

import argparse
import glob
import os
import subprocess
import sys
import tempfile
import time

from fuzz import seeds

BATCH = 20_000


def run(readers, kind, first, count, files):
    return subprocess.run(
        [readers, kind, str(first), str(count), *files], capture_output=True, text=True)


def culprit(readers, kind, first, count, files):
    """Returns the number of the first input that ends the program."""
    while count > 1:
        half = count // 2
        if run(readers, kind, first, half, files).returncode != 0:
            count = half
        else:
            first, count = first + half, count - half
    return first


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("readers")
    parser.add_argument("golden")
    parser.add_argument("--inputs", type=int, default=1_000_000)
    options = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        pictures = []
        for index, data in enumerate(seeds()):
            path = os.path.join(folder, f"{index}.png")
            with open(path, "wb") as output:
                output.write(data)
            pictures.append(path)
        smallest = sorted(glob.glob(f"{options.golden}/*.scene"), key=os.path.getsize)
        kinds = {
            "png": pictures, "scene": smallest[:4],
            "manifest": [f"{options.golden}/manifest.json"],
        }
        for kind, files in kinds.items():
            start, bad = time.monotonic(), []
            for first in range(0, options.inputs, BATCH):
                count = min(BATCH, options.inputs - first)
                if run(options.readers, kind, first, count, files).returncode != 0:
                    bad.append(culprit(options.readers, kind, first, count, files))
            seconds = time.monotonic() - start
            print(f"{kind}: {options.inputs} inputs in {seconds:.0f} s, {len(bad)} end the reader")
            for number in bad:
                print(f"  {options.readers} {kind} {number} 1 {' '.join(files)}")
            failed += len(bad)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
