#!/usr/bin/env python3
"""Places 500 labels by Burin and by adjustText on the same points, and measures both the same way.

    python3 -m venv peers && peers/bin/pip install -r Benchmarks/placement/requirements.txt
    swift build -c release --package-path Benchmarks/placement
    peers/bin/python Benchmarks/placement/points.py \\
        --place Benchmarks/placement/.build/release/Place

The points come from fixed seeds: spread over the whole plot, in clusters, or half and half. Burin
places the labels first, on a canvas of 1000 × 800 pt with labels in 9 pt; adjustText then receives
axes of the same size, the points at the same positions, and boxes of the size of each label's ink
as Burin measured it, so that both solve the same rectangles. It runs at its defaults, which stop
after one second, and with more time. A pixel of its canvas is a point of Burin's.

The measures of each result, from the labels' boxes:

  overlaps  pairs of labels that share some area, and the area of them all in square points
  covered   points whose middle lies under a label
  outside   labels that extend beyond the plot
  left out  points without a label
  distance  from each point to the nearest place of its label's box, in points
  seconds   Burin: the whole layout less that of the points alone; adjustText: adjust_text
"""

import argparse
import json
import random
import statistics
import subprocess
import time

CANVAS = (1000, 800)
MARGIN = 28  # of Burin's standard theme
SYLLABLES = ["ka", "lo", "mi", "ner", "sta", "ti", "von", "ra", "bel", "mon", "do", "ri", "gen",
             "ha", "su", "len", "por", "ce", "wi", "an"]


def name(source):
    """Returns a name of 4 to 16 letters, as of towns, genes or brands."""
    def word(count):
        return "".join(source.choice(SYLLABLES) for _ in range(count)).capitalize()
    if source.random() < 0.2:
        return word(2) + " " + word(source.randint(1, 3))
    return word(source.randint(2, 4))


def cloud(kind, count):
    source = random.Random(20260211)
    centers = [(source.uniform(0.15, 0.85), source.uniform(0.15, 0.85)) for _ in range(8)]
    rows = []
    while len(rows) < count:
        clustered = kind == "clusters" or kind == "mixed" and len(rows) % 2
        if clustered:
            x0, y0 = source.choice(centers)
            x, y = source.gauss(x0, 0.06), source.gauss(y0, 0.06)
        else:
            x, y = source.random(), source.random()
        if 0 <= x <= 1 and 0 <= y <= 1:
            rows.append((round(x, 5), round(y, 5), name(source)))
    return rows


def place_by_burin(place, rows, rounds):
    run = subprocess.run(
        [place, "points", *map(str, CANVAS), "9", str(rounds)], text=True, check=True,
        input="\n".join("\t".join(map(str, row)) for row in rows), capture_output=True)
    result = json.loads(run.stdout)
    points = [label["point"] for label in result["labels"]]
    boxes = [label["box"] for label in result["labels"]]
    return points, boxes, (result["milliseconds"] - result["without"]) / 1000, result["notes"]


def place_by_adjust_text(points, sizes, **options):
    import matplotlib
    matplotlib.use("Agg")
    import matplotlib.pyplot as plt
    from adjustText import adjust_text
    from matplotlib.text import Text
    from matplotlib.transforms import Bbox

    class Box(Text):
        """A text with the extent of the ink that Burin measured."""

        def get_window_extent(self, renderer=None, dpi=None):
            x, y = self.get_transform().transform(self.get_unitless_position())
            width, height = self.ink
            if self.get_horizontalalignment() == "center":
                x, y = x - width / 2, y - height / 2
            return Bbox.from_bounds(x, y, width, height)

    width, height = CANVAS
    figure = plt.figure(figsize=(width / 72, height / 72), dpi=72)
    inner = [MARGIN / width, MARGIN / height, 1 - 2 * MARGIN / width, 1 - 2 * MARGIN / height]
    axes = figure.add_axes(inner)
    axes.set(xlim=(MARGIN, width - MARGIN), ylim=(height - MARGIN, MARGIN))
    axes.axis("off")
    xs, ys = zip(*points)
    axes.scatter(xs, ys, s=25)
    texts = []
    for (x, y), size in zip(points, sizes):
        text = Box(x, y, "label", transform=axes.transData)
        text.ink = size
        texts.append(axes.add_artist(text))
    start = time.perf_counter()
    adjust_text(texts, x=list(xs), y=list(ys), ax=axes, **options)
    seconds = time.perf_counter() - start
    boxes = []
    for text in texts:
        box = text.get_window_extent()
        boxes.append([box.x0, height - box.y1, box.x1, height - box.y0])
    plt.close(figure)
    return boxes, seconds


def measure(points, boxes):
    placed = [(point, box) for point, box in zip(points, boxes) if box]
    shown = [box for _, box in placed]
    pairs, area = 0, 0.0
    for index, a in enumerate(shown):
        for b in shown[:index]:
            across = min(a[2], b[2]) - max(a[0], b[0])
            down = min(a[3], b[3]) - max(a[1], b[1])
            if across > 0.01 and down > 0.01:
                pairs, area = pairs + 1, area + across * down
    covered = sum(any(b[0] < x < b[2] and b[1] < y < b[3] for b in shown) for x, y in points)
    edge = (MARGIN - 0.5, MARGIN - 0.5, CANVAS[0] - MARGIN + 0.5, CANVAS[1] - MARGIN + 0.5)
    outside = sum(b[0] < edge[0] or b[1] < edge[1] or b[2] > edge[2] or b[3] > edge[3]
                  for b in shown)
    distances = [
        (max(b[0] - x, x - b[2], 0) ** 2 + max(b[1] - y, y - b[3], 0) ** 2) ** 0.5
        for (x, y), b in placed]
    return (f"{pairs:4d} ({area:7.1f})  {covered:7d}  {outside:7d}  {len(boxes) - len(shown):8d}"
            f"  {statistics.fmean(distances):6.1f}  {max(distances):6.1f}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--place", required=True, help="the program Place, built for release")
    arguments.add_argument("--count", type=int, default=500)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--more", type=float, default=100, help="seconds of the longer run")
    options = arguments.parse_args()

    print(" " * 28 + "overlaps (area)  covered  outside  left out    mean     max  seconds")
    for kind in ("spread", "mixed", "clusters"):
        rows = cloud(kind, options.count)
        points, boxes, seconds, notes = place_by_burin(options.place, rows, options.rounds)
        print(f"{kind:9} Burin             {measure(points, boxes)}  {seconds:7.3f}"
              f"   {notes} reported")
        sizes = [(b[2] - b[0], b[3] - b[1]) for b in boxes]
        for label, more in (("adjustText", {}),
                            (f"adjustText {options.more:.0f} s", {"time_lim": options.more})):
            theirs, seconds = place_by_adjust_text(points, sizes, **more)
            print(f"{kind:9} {label:17} {measure(points, theirs)}  {seconds:7.3f}")


if __name__ == "__main__":
    main()
