#!/usr/bin/env python3
"""Holds other tools against the labelled pictures of the corpus, and prints a table.

    BURIN_CORPUS=/tmp/corpus swift test --filter GoldenCorpusTests
    python3 -m venv peers && peers/bin/pip install -r Benchmarks/compare/requirements.txt
    peers/bin/python Benchmarks/corpus/peers.py /tmp/corpus [--verdicts verdicts.tsv]

A fault must fail and a harmless change must pass. The tools see pixels only, so faults that change
none (a wrong alternative text, an order that hides nothing) are counted for Burin alone. The last
column is the mean of both rates: 0.5 is a coin's.
"""

import argparse
import glob
import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "compare"))
import peers  # noqa: E402


def pairs(folder):
    """(name, scene, must fail, kind, Burin fails) for each line of the tables."""
    for table in sorted(glob.glob(f"{folder}/*.tsv")):
        with open(table, encoding="utf-8") as file:
            for line in file:
                name, scene, label, kind, verdict = line.rstrip("\n").split("\t")
                yield name, scene, label == "fail", kind, verdict == "fail"


def pixels(path):
    from PIL import Image
    image = Image.open(path).convert("RGBA")
    return image.size, image.tobytes()


def cropped(compare):
    """The same verdict, sooner: a rule that looks no farther than two pixels sees no more than the
    box around all differences and eight pixels beside it."""
    def near(expected, actual):
        from PIL import Image, ImageChops
        first, second = (Image.open(path).convert("RGBA") for path in (expected, actual))
        if first.size != second.size:
            return compare(expected, actual)
        difference = ImageChops.difference(first, second)
        boxes = [band.getbbox() for band in difference.split() if band.getbbox()]
        box = (max(0, min(b[0] for b in boxes) - 8), max(0, min(b[1] for b in boxes) - 8),
               min(first.size[0], max(b[2] for b in boxes) + 8),
               min(first.size[1], max(b[3] for b in boxes) + 8))
        with tempfile.TemporaryDirectory() as folder:
            paths = [f"{folder}/{name}.png" for name in ("expected", "actual")]
            for image, path in zip((first, second), paths):
                image.crop(box).save(path)
            return compare(*paths)
    return near


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus")
    parser.add_argument("--verdicts", help="write each tool's verdict on each pair here")
    options = parser.parse_args()
    tools = dict(peers.ALL)
    # Pure Python needs a third of a second for 640 × 480.
    tools["pixelmatch 0.1"] = cropped(tools["pixelmatch 0.1"])
    rows = []
    for name, scene, must_fail, kind, fails in pairs(options.corpus):
        expected = f"{options.corpus}/expected/{scene}.png"
        actual = f"{options.corpus}/actual/{name}.png"
        is_seen = pixels(expected) != pixels(actual)
        verdicts = {"burin": fails}
        for tool, compare in tools.items():
            passes, _ = compare(expected, actual) if is_seen else (True, "")
            verdicts[tool] = not passes
        rows.append((name, must_fail, kind, is_seen, verdicts))
        print(f"\r{len(rows)} pairs", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    if not rows:
        raise SystemExit(f"{options.corpus} holds no tables; make the corpus first")
    if options.verdicts:
        with open(options.verdicts, "w", encoding="utf-8") as file:
            for name, must_fail, kind, is_seen, verdicts in rows:
                words = "\t".join(f"{tool}={'fail' if v else 'pass'}"
                                  for tool, v in verdicts.items())
                file.write(f"{name}\t{'fail' if must_fail else 'pass'}\t{kind}\t"
                           f"{'seen' if is_seen else 'unseen'}\t{words}\n")
    faults = [row for row in rows if row[1]]
    seen = [row for row in faults if row[3]]
    harmless = [row for row in rows if not row[1]]
    print(f"{len(faults)} faults, of which {len(seen)} change pixels; "
          f"{len(harmless)} harmless changes, of which "
          f"{sum(row[3] for row in harmless)} change pixels\n")
    print("| tool | faults that failed | harmless that passed | mean of both |")
    print("| --- | ---: | ---: | ---: |")
    for tool in ["burin", *peers.ALL]:
        base = faults if tool == "burin" else seen
        failed = sum(row[4][tool] for row in base)
        passed = sum(not row[4][tool] for row in harmless)
        mean = (failed / max(1, len(base)) + passed / max(1, len(harmless))) / 2
        print(f"| {tool} | {failed} of {len(base)} | {passed} of {len(harmless)} | {mean:.3f} |")
    print("\nfaults by sort that passed:")
    for tool in ["burin", *peers.ALL]:
        missed = {}
        for row in (faults if tool == "burin" else seen):
            if not row[4][tool]:
                missed[row[2]] = missed.get(row[2], 0) + 1
        words = ", ".join(f"{kind} {count}" for kind, count in
                          sorted(missed.items(), key=lambda item: -item[1]))
        print(f"  {tool}: {words or 'none'}")


if __name__ == "__main__":
    main()
