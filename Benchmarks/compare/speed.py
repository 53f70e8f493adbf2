#!/usr/bin/env python3
"""Times `burin compare` and its peers in one run, and prints tables.

    python3 -m venv peers && peers/bin/pip install -r Benchmarks/compare/requirements.txt
    swift build -c release --product figures --product burin
    swift build -c release --package-path Benchmarks/compare
    peers/bin/python Benchmarks/compare/speed.py \\
        --burin .build/release/burin --figures .build/release/figures \\
        --in-process Benchmarks/compare/.build/release/InProcess [--static FILE] [--pair A.png B.png]

Pairs: two 640 × 480 charts that differ in a digit's pixels, two pages of 37 megapixels made of the
catalog's figures that differ in three spots, and any that --pair names, such as odiff's own of 37
megapixels. --static names a `burin` linked to Swift's libraries; the variable ODIFF an odiff that is
not on the PATH. Peers that are missing are left out, and named.

Tools take turns. Programs are measured as whole processes; Python packages, which are none, by
their first call in a new process, without the start of Python and of their imports. Then come calls
in one process, from files to the verdict. Medians on the clock, which others on the machine
lengthen, and of the processors, which they hardly do. Peak memory is the largest of one run, as the
system counts it; that of packages holds Python's.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile

import peers
from processes import clocked, peak

HERE = os.path.dirname(os.path.abspath(__file__))
# For 37 megapixels these take minutes (pixelmatch, pure Python) and half a minute with 5 GB (SSIM).
TOO_SLOW = ("pixelmatch", "SSIM")


def make_pairs(figures, folder):
    """Returns the two pairs of files."""
    from PIL import Image
    subprocess.run([figures, "render", "--out", f"{folder}/figures"], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
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


def first_call(name, pair):
    """Returns the milliseconds of a package's first call on the clock and of the processors."""
    return calls(name, pair, 1)[0]


def calls(name, pair, runs):
    command = [sys.executable, f"{HERE}/peers.py", name, *pair, str(runs)]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [tuple(map(float, line.split()[:2])) for line in output.splitlines()]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--burin", required=True)
    parser.add_argument("--figures", required=True)
    parser.add_argument("--in-process", required=True)
    parser.add_argument("--static")
    parser.add_argument("--pair", nargs=2, action="append", default=[])
    parser.add_argument("--runs", type=int, default=21)
    options = parser.parse_args()
    names, missing = peers.installed()
    for name in missing:
        print(f"left out: {name} is not installed")
    with tempfile.TemporaryDirectory(prefix="burin-speed-") as folder:
        pairs = make_pairs(options.figures, folder)
        for pair in options.pair:
            pairs[os.path.basename(pair[0])] = tuple(pair)
        for name, pair in pairs.items():
            sizes = ", ".join(f"{os.path.getsize(path) / 1024:.0f} KiB" for path in pair)
            print(f"{name}: {sizes}", flush=True)
        print("\nwhole processes from a cold start; of packages the first call")
        for title, pair in pairs.items():
            is_large = os.path.getsize(pair[0]) > 1 << 20
            programs = {"burin": [options.burin, "compare", *pair]}
            if options.static:
                programs["burin, linked statically"] = [options.static, "compare", *pair]
            programs |= {name: peers.PROGRAMS[name](*pair) for name in names
                         if name in peers.PROGRAMS}
            programs["a program that does nothing"] = ["true"]
            packages = [name for name in names if name not in peers.PROGRAMS
                        and not (is_large and name.startswith(TOO_SLOW))]
            results = {name: [] for name in [*programs, *packages]}
            for _ in range(5 if is_large else options.runs):
                for name, command in programs.items():
                    results[name].append(clocked(command))
                for name in packages:
                    results[name].append(first_call(name, pair))
            peaks = {name: peak(command) for name, command in programs.items()}
            for name in packages:
                peaks[name] = peak([sys.executable, f"{HERE}/peers.py", name, *pair, "1"])
            table(results, title, peaks)
        print("\ncalls in one process, files to verdict")
        for title, pair in pairs.items():
            is_large = os.path.getsize(pair[0]) > 1 << 20
            runs = 5 if is_large else options.runs
            output = subprocess.run([options.in_process, *pair, str(runs)], check=True,
                                    capture_output=True, text=True).stdout
            lines = [[float(word) for word in line.split()[:4]] for line in output.splitlines()]
            results = {"burin": [(line[1], line[3]) for line in lines],
                       "burin, one thread": [(line[0], line[2]) for line in lines]}
            for name in names:
                if name not in peers.PROGRAMS and not (is_large and name.startswith(TOO_SLOW)):
                    results[name] = calls(name, pair, 3 if is_large else 9)
            table(results, title, {})


def table(results, title, peaks):
    base = statistics.median(work for _, work in results["burin"])
    print(f"\n| {title} | ms | fastest | processor ms | × burin | peak MiB |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for tool, times in results.items():
        clock = [clock for clock, _ in times]
        work = statistics.median(work for _, work in times)
        memory = f"{peaks[tool] / (1 << 20):.0f}" if tool in peaks else ""
        print(f"| {tool} | {statistics.median(clock):.2f} | {min(clock):.2f} | {work:.2f} | "
              f"{work / base:.2f} | {memory} |", flush=True)


if __name__ == "__main__":
    main()
