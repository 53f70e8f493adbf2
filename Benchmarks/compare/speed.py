#!/usr/bin/env python3
"""Times `burin compare` and its peers in one run, and prints a table.

    python3 -m venv peers && peers/bin/pip install -r Benchmarks/compare/requirements.txt
    swift build -c release --product figures --product burin
    swift build -c release --package-path Benchmarks/compare
    peers/bin/python Benchmarks/compare/speed.py \\
        --burin .build/release/burin --figures .build/release/figures \\
        --in-process Benchmarks/compare/.build/release/InProcess

Pairs: two 640 × 480 charts that differ in a digit's pixels, and two pages of 37 megapixels made of
the catalog's figures that differ in three spots. Tools take turns; medians are printed, with the
ratio to burin. Peak memory is the largest of one run, as the system counts it.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile

import peers
from processes import peak, timed

HERE = os.path.dirname(os.path.abspath(__file__))
# For 37 megapixels these take minutes (pixelmatch, pure Python) and half a minute with 5 GB (SSIM).
TOO_SLOW = ("pixelmatch", "SSIM")


def make_pairs(figures, folder):
    """Returns the two pairs of files."""
    from PIL import Image
    subprocess.run([figures, "render", "--out", f"{folder}/figures"], check=True,
                   stderr=subprocess.DEVNULL)
    names = sorted(os.listdir(f"{folder}/figures"))
    images = [Image.open(f"{folder}/figures/{name}").convert("RGB") for name in names]

    def spot(image, x, y):
        image = image.copy()
        for dx in range(9):
            for dy in range(12):
                image.putpixel((x + dx, y + dy), (200, 30, 30))
        return image

    tallest = max(images, key=lambda image: image.size[1])
    chart = Image.new("RGB", (640, 480), "white")
    chart.paste(tallest.resize((640, 640 * tallest.size[1] // tallest.size[0])), (0, 0))
    page = Image.new("RGB", (8192, 4520), "white")
    x = y = height = index = 0
    while y < page.size[1]:
        image = images[index % len(images)]
        index += 1
        if x + image.size[0] > page.size[0]:
            x, y, height = 0, y + height, 0
        page.paste(image, (x, y))
        x += image.size[0]
        height = max(height, image.size[1])
    changed = page
    for place in ((1000, 1000), (5000, 3000), (8000, 4400)):
        changed = spot(changed, *place)
    pairs = {"640 × 480": (chart, spot(chart, 300, 200)), "37 MP": (page, changed)}
    paths = {}
    for name, pair in pairs.items():
        stem = name.replace(" ", "")
        paths[name] = tuple(f"{folder}/{stem}-{side}.png" for side in ("a", "b"))
        for image, path in zip(pair, paths[name]):
            image.save(path)
    return paths


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--burin", required=True)
    parser.add_argument("--figures", required=True)
    parser.add_argument("--in-process", required=True)
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="burin-speed-") as folder:
        pairs = make_pairs(options.figures, folder)
        for name, pair in pairs.items():
            sizes = ", ".join(f"{os.path.getsize(path) / 1024:.0f} KiB" for path in pair)
            print(f"{name}: {sizes}", flush=True)
        print("\nwhole processes, from a cold start (Python's own start included for peers in it)")
        for name, (expected, actual) in pairs.items():
            is_large = name == "37 MP"
            runs = 5 if is_large else options.runs
            commands = {"burin": [options.burin, "compare", expected, actual],
                        "a program that does nothing": ["true"]}
            for peer in peers.ALL:
                if is_large and peer.startswith(TOO_SLOW):
                    continue
                commands[peer] = [sys.executable, f"{HERE}/peers.py", peer, expected, actual, "1"]
            table(turns(commands, runs), name)
        print("\nin one process, files to verdict")
        for name, (expected, actual) in pairs.items():
            is_large = name == "37 MP"
            runs = 5 if is_large else options.runs * 3
            lines = subprocess.run([options.in_process, expected, actual, str(runs)], check=True,
                                   capture_output=True, text=True).stdout.split("\n")
            times = [[float(value) for value in line.split()[:2]] for line in lines if line]
            results = {"burin": [t[1] for t in times],
                       "burin, one thread": [t[0] for t in times]}
            for peer in peers.ALL:
                if peer.startswith("ImageMagick") or is_large and peer.startswith(TOO_SLOW):
                    continue
                output = subprocess.run(
                    [sys.executable, f"{HERE}/peers.py", peer, expected, actual,
                     str(3 if is_large else 9)],
                    check=True, capture_output=True, text=True).stdout.split("\n")
                results[peer] = [float(line.split()[0]) for line in output if line]
            table({tool: (values, 0) for tool, values in results.items()}, name)


def turns(commands, runs):
    """Returns milliseconds and peak bytes by tool; the commands alternate, to share the load."""
    times = {tool: [] for tool in commands}
    for _ in range(runs):
        for tool, command in commands.items():
            times[tool].append(timed(command)[2])
    return {tool: (times[tool], peak(command)) for tool, command in commands.items()}


def table(results, name):
    base = statistics.median(results["burin"][0])
    print(f"\n| {name} | median ms | fastest ms | × burin | peak MiB |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for tool, (times, memory) in results.items():
        median = statistics.median(times)
        print(f"| {tool} | {median:.2f} | {min(times):.2f} | {median / base:.2f} | "
              f"{f'{memory / (1 << 20):.0f}' if memory else ''} |", flush=True)


if __name__ == "__main__":
    main()
