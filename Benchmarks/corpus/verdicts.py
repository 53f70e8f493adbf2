#!/usr/bin/env python3
"""Compares the verdicts of burin and its peers on every pair of the corpus, and prints a table.

    BURIN_CORPUS=$PWD/.build/corpus swift test --filter GoldenCorpusTests
    swift build -c release --product burin
    python3 -m venv peers && peers/bin/pip install -r Benchmarks/compare/requirements.txt
    peers/bin/python Benchmarks/corpus/verdicts.py .build/corpus --burin .build/release/burin

The tests write the pairs: pictures with a fault, which must fail, and correct pictures of
other bytes, which must pass. The goldens as encoded by Pillow and ImageMagick are added. The columns
show how many faults a comparison detects, how many harmless changes it passes, and the mean of both
shares: 0.5 is the share of a coin. Pixelmatch, which is pure Python, compares only the surroundings
of the difference.
Faults that change no pixel, such as a wrong digit in the alternative text, are tested only in burin.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, f"{HERE}/../compare")
import peers  # noqa: E402
from encoders import ENCODERS  # noqa: E402


def read_pairs(corpus):
    """Returns the pairs as (expected, actual, whether it must fail, kind)."""
    pairs = []
    for name in sorted(os.listdir(corpus)):
        if name.endswith(".tsv"):
            with open(f"{corpus}/{name}", encoding="utf-8") as file:
                for line in file.read().splitlines():
                    actual, golden, label, kind, _ = line.split("\t")
                    pairs.append((f"{corpus}/expected/{golden}.png", f"{corpus}/actual/{actual}.png",
                                  label == "fail", kind))
    return pairs


def encode(corpus):
    """Returns the goldens as other programs write them, each with the golden's scene."""
    folder = f"{corpus}/encoded"
    os.makedirs(folder, exist_ok=True)
    pairs = []
    for name in sorted(os.listdir(f"{corpus}/expected")):
        if not name.endswith(".png"):
            continue
        golden = f"{corpus}/expected/{name}"
        for kind, write in ENCODERS.items():
            path = f"{folder}/{name[:-4]}.{kind.replace(', ', '-').replace(' ', '-')}.png"
            write(golden, path)
            shutil.copy(f"{golden[:-4]}.scene", f"{path[:-4]}.scene")
            pairs.append((golden, path, False, kind))
    return pairs


def is_visible(pair):
    """Returns whether the two pictures differ in any pixel."""
    from PIL import Image, ImageChops
    first, second = (Image.open(path).convert("RGB") for path in pair[:2])
    return first.size != second.size or ImageChops.difference(first, second).getbbox() is not None


def burin(program):
    """Compares by all of burin: scenes, and the rule for other rasterisers if they differ."""
    def compare(expected, actual):
        run = subprocess.run(
            [program, "compare", expected, actual], capture_output=True, text=True)
        if run.returncode not in (0, 1):
            sys.exit(f"burin: {run.stdout}{run.stderr}")
        return run.returncode == 0, ""
    return compare


def burin_pixels(program, corpus, pairs):
    """Compares by burin without scenes, by the rule for rasterisers."""
    bare = f"{corpus}/bare"
    os.makedirs(bare, exist_ok=True)
    links = {}
    for path in {path for pair in pairs for path in pair[:2]}:
        links[path] = f"{bare}/{os.path.basename(os.path.dirname(path))}-{os.path.basename(path)}"
        if not os.path.exists(links[path]):
            os.link(path, links[path])

    def compare(expected, actual):
        run = subprocess.run(
            [program, "compare", "--tolerance", "raster", links[expected], links[actual]],
            capture_output=True, text=True)
        return run.returncode == 0, ""
    return compare


def cropped(compare):
    """Returns the same verdict faster: a rule that considers at most two pixels around depends only
    on the box around all differences and eight pixels beside it."""
    def near(expected, actual):
        from PIL import Image, ImageChops
        first, second = (Image.open(path).convert("RGBA") for path in (expected, actual))
        if first.size != second.size:
            return compare(expected, actual)
        boxes = [band.getbbox() for band in ImageChops.difference(first, second).split()]
        boxes = [box for box in boxes if box]
        if not boxes:
            return compare(expected, actual)
        left, top, right, bottom = zip(*boxes)
        box = (max(0, min(left) - 8), max(0, min(top) - 8), min(first.size[0], max(right) + 8),
               min(first.size[1], max(bottom) + 8))
        with tempfile.TemporaryDirectory() as folder:
            paths = [f"{folder}/{name}.png" for name in ("expected", "actual")]
            for image, path in zip((first, second), paths):
                image.crop(box).save(path)
            return compare(*paths)
    return near


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpus")
    parser.add_argument("--burin", default=".build/release/burin")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    corpus = os.path.abspath(options.corpus)
    pairs = read_pairs(corpus) + encode(corpus)
    tools = {
        "burin": burin(options.burin),
        "burin, pixels alone": burin_pixels(options.burin, corpus, pairs)}
    names, missing = peers.installed()
    for name in missing:
        print(f"left out: {name} is not installed")
    tools |= {name: peers.ALL[name]() for name in names}
    if "pixelmatch 0.1" in tools:
        tools["pixelmatch 0.1"] = cropped(tools["pixelmatch 0.1"])
    with ThreadPoolExecutor(options.jobs) as pool:
        visible = [pair for pair, shows in zip(pairs, pool.map(is_visible, pairs))
                   if shows or not pair[2]]
    faults = sum(pair[2] for pair in pairs)
    print(f"{faults} pairs must fail, {len(pairs) - faults} must pass; "
          f"{len(pairs) - len(visible)} faults show in no pixel\n")
    print(f"{'':24}{'faults failed':>20}{'harmless passed':>20}{'mean':>8}")
    missed = {}
    for name, compare in tools.items():
        asked = pairs if name == "burin" else visible
        with ThreadPoolExecutor(options.jobs) as pool:
            passes = list(pool.map(lambda pair: compare(pair[0], pair[1])[0], asked))
        counts = {True: [0, 0], False: [0, 0]}
        for (_, actual, must_fail, kind), passed in zip(asked, passes):
            counts[must_fail][0] += passed != must_fail
            counts[must_fail][1] += 1
            if passed == must_fail:
                missed.setdefault(name, {}).setdefault(kind, []).append(actual)
        shares = [right / max(total, 1) for right, total in (counts[True], counts[False])]
        cells = [f"{right} of {total} ({100 * right // max(total, 1)} %)"
                 for right, total in (counts[True], counts[False])]
        print(f"{name:24}{cells[0]:>20}{cells[1]:>20}{sum(shares) / 2:>8.3f}", flush=True)
    print()
    for name, kinds in missed.items():
        words = ", ".join(f"{kind} {len(paths)}" for kind, paths in sorted(kinds.items()))
        print(f"{name} is wrong on: {words}")
    sys.exit(1 if "burin" in missed else 0)


if __name__ == "__main__":
    main()
