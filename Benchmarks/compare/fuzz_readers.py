#!/usr/bin/env python3
"""Reads changed copies of PNG files, scenes and manifests, and finds the inputs that end the reader.

Most changes keep to the format: of whole chunks, fields and rows of PNG files, whose checksums are
right; of lines, words and numbers of texts. What is read must also be the same as itself, and as
what is written from it and read again.

    swift build -c release --package-path Benchmarks/compare --product Readers
    python3 Benchmarks/compare/fuzz_readers.py Benchmarks/compare/.build/release/Readers golden \
        [--inputs 1000000]

The first inputs are the goldens of the folder, and PNG files of every kind. Exit status 1 if an
input ends the program or takes too long.
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
# For one batch, which takes a tenth of it on a busy machine.
SECONDS = 600

# Every kind of item and setting, in few lines, so that many inputs are read in little time.
SCENE = """scene 200×100 #ffffff en
title "A \\"title\\""
alt "3 bars."
fonts "Noto Sans" math "STIX Two Math"
chart transform 2,0,0,2,1,1 opacity 0.5 clip M0,0 L9,0 L9,9 Z
  axis "x"
    run "0.5" Test-Regular 12 #444444 at 10,20 advance 18.2 glyphs 17@0 15@6.7 22@10.1/2
  path M0,0 L10,0 C1,2 3,4 5,6 Z fill gradient 0,0 10,0 0:#000000 1:#ffffff80
  path M0,0 L10,0 stroke radial 1,2 3×4 0:#000000 1:#ffffff 1.5 cap round join bevel dash 4,2
  image 2×2 at 1,2 size 10×10 cells #000000 #ffffff #1f77b4 #d95f02
"""


def run(readers, kind, first, count, files):
    """Returns how many inputs were valid, or None if one ended the program or took too long."""
    try:
        done = subprocess.run(
            [readers, kind, str(first), str(count), *files], capture_output=True, text=True,
            timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return None
    return int(done.stdout.split()[2]) if done.returncode == 0 else None


def culprit(readers, kind, first, count, files):
    """Returns the number of the first input that ends the program."""
    while count > 1:
        half = count // 2
        if run(readers, kind, first, half, files) is None:
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
        scenes = [os.path.join(folder, "small.scene"), os.path.join(folder, "counted.scene")]
        head, rest = SCENE.split("\n", 1)
        counted = f"{head}\nlines {rest.count(chr(10))}\n{rest}"
        for path, text in zip(scenes, [SCENE, counted]):
            with open(path, "w", encoding="utf-8") as output:
                output.write(text)
        # The others take longer to read: most inputs are changed copies of the small ones.
        scenes *= 40
        # Those of charts with shapes in columns.
        for path in glob.glob(f"{options.golden}/*.scene"):
            if os.path.getsize(path) < 20_000:
                scenes.append(path)
        kinds = {
            "png": pictures, "scene": scenes,
            "manifest": [f"{options.golden}/manifest.json"],
        }
        for kind, files in kinds.items():
            start, bad, valid = time.monotonic(), [], 0
            for first in range(0, options.inputs, BATCH):
                count = min(BATCH, options.inputs - first)
                found = run(options.readers, kind, first, count, files)
                if found is None:
                    bad.append(culprit(options.readers, kind, first, count, files))
                else:
                    valid += found
            seconds = time.monotonic() - start
            print(f"{kind}: {options.inputs} inputs in {seconds:.0f} s, {valid} of them valid, "
                  f"{len(bad)} end the reader", flush=True)
            for number in bad:
                said = subprocess.run([options.readers, kind, str(number), "1", *files],
                                      capture_output=True, text=True).stderr
                print(f"  {kind} {number}: {said.splitlines()[0][:300] if said else 'no answer'}")
            failed += len(bad)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
