#!/usr/bin/env python3
"""Times and peak memory of large charts beside C on Cairo and matplotlib.

    scale.py [--runs N] [--processor] [--growth | --instructions | --checks | --warm] [WORK ...]

Builds the release program Scale and the C yardsticks, makes the data, and prints a table: medians
of interleaved runs of whole processes, the ratio to C, and peak memory. matplotlib is measured
where it is installed (the Python in BURIN_MATPLOTLIB, or this one). A program that needs more than
20 s is run once. --processor counts the processor's time, of all threads, in place of the clock's:
on a machine that has other work its ratios hold.

--growth prints time and memory at 10³ … 10⁷ rows instead, --instructions what callgrind counts for
the first works at 10⁵ rows, --checks what it takes to write, read, compare, explain and lint scenes
of many shapes, and --warm a small chart drawn many times by one process.
"""

import argparse
import array
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE / ".build" / "data"
OUT = pathlib.Path(tempfile.gettempdir()) / "burin-scale"
# Work, file, rows, yardstick
WORKS = {
    "walk": ("line", "walk", 10**7, "line"),
    "noise": ("line", "noise", 10**7, "line"),
    "points": ("points", "scatter", 10**6, "points"),
    "pointMarks": ("pointMarks", "scatter", 10**6, "points"),
    "lineMarks": ("lineMarks", "walk", 10**6, "line"),
    "manyBars": ("manyBars", None, 0, None),
    "areas": ("areas", None, 0, None),
    "heat": ("heat", None, 0, None),
    "contours": ("contours", None, 0, None),
    "categories": ("categories", None, 0, None),
    "counts": ("counts", "noise", 10**7, None),
    "bars": ("bars", None, 0, None),
    "curve": ("curve", None, 0, None),
}


def run(command, processor=False):
    """Runs a command; returns its seconds, its peak memory in MB, and whether it succeeded."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    seconds = usage.ru_utime + usage.ru_stime if processor else time.monotonic() - start
    return seconds, usage.ru_maxrss / 1024, status == 0


def build():
    subprocess.run(
        ["swift", "build", "-c", "release", "--static-swift-stdlib", "--package-path", HERE],
        check=True, stdout=sys.stderr)
    flags = subprocess.run(
        ["pkg-config", "--cflags", "--libs", "cairo"], check=True, capture_output=True, text=True)
    yardsticks = HERE / ".build" / "yardsticks"
    subprocess.run(
        ["cc", "-O2", "-o", yardsticks, HERE / "yardsticks.c", *flags.stdout.split(), "-lm"],
        check=True)
    return HERE / ".build" / "release" / "Scale", yardsticks


def data(name):
    """Makes ten million numbers, or a million pairs, the same on every run."""
    path = DATA / f"{name}.f64"
    if path.exists():
        return path
    DATA.mkdir(parents=True, exist_ok=True)
    source = random.Random(1)
    count, level = 10**7, 0.0
    numbers = array.array("d")
    if name == "walk":
        for _ in range(count):
            level += source.random() - 0.5
            numbers.append(level)
    elif name == "noise":
        numbers.extend(source.random() + source.random() + source.random() for _ in range(count))
    else:
        for index in range(10**6):
            x = source.gauss(-1.5, 0.8) if index < 600_000 else source.gauss(2, 1)
            numbers.extend((x, 0.5 * x + source.gauss(0, 1)))
    with open(path, "wb") as file:
        numbers.tofile(file)
    return path


def commands(name, scale, yardsticks, python, rows=None):
    work, file, count, yardstick = WORKS[name]
    count = rows or count
    tail = [str(data(file)), str(count)] if file else []
    result = {"Burin": [scale, work, OUT / f"{name}.png", *tail]}
    if yardstick:
        result["C"] = [yardsticks, yardstick, *tail, OUT / f"{name}-c.png"]
    if python and name != "counts":
        result["matplotlib"] = [
            python, HERE / "matplotlib_works.py", work, OUT / f"{name}-m.png", *tail]
    return result


def measure(programs, runs, processor):
    found = {program: [] for program in programs}
    for _ in range(runs):
        for program, command in programs.items():
            if not any(result[0] > 20 for result in found[program]):
                found[program].append(run([str(part) for part in command], processor))
    return {
        program: (
            statistics.median(r[0] for r in results), max(r[1] for r in results),
            all(r[2] for r in results))
        for program, results in found.items()}


def table(names, runs, processor, *programs):
    print("| work | Burin | C on Cairo | matplotlib | × C | × matplotlib | MB | MB of C |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for name in names:
        found = measure(commands(name, *programs), runs, processor)

        def text(program, index, form):
            is_found = program in found and found[program][2]
            return form.format(found[program][index]) if is_found else "–"

        def ratio(program):
            if program not in found or not found[program][2]:
                return "–"
            return f"{found['Burin'][0] / found[program][0]:.2f}"

        print(
            f"| {name} | {text('Burin', 0, '{:.3f} s')} | {text('C', 0, '{:.3f} s')} "
            f"| {text('matplotlib', 0, '{:.2f} s')} | {ratio('C')} | {ratio('matplotlib')} "
            f"| {text('Burin', 1, '{:.0f}')} | {text('C', 1, '{:.0f}')} |", flush=True)


def checks(runs, scale, *_):
    counts = (10**4, 10**5, 10**6)
    seconds = {}
    for count in counts:
        for _ in range(runs):
            lines = subprocess.run(
                [scale, "checks", str(count)], check=True, capture_output=True, text=True).stdout
            for line in lines.splitlines():
                name, _, value = line.split("\t")
                seconds.setdefault(name, {}).setdefault(count, []).append(float(value))
    heads = " | ".join(f"{count:,}" for count in counts)
    print(f"| work, of points, or of a tenth as many items | {heads} |")
    print("| --- " * (len(counts) + 1) + "|")
    for name, found in seconds.items():
        form = "{:,.0f}" if "bytes" in name else "{:.4f} s"
        cells = [form.format(statistics.median(found[count])) for count in counts]
        print(f"| {name} | " + " | ".join(cells) + " |")


def warm(runs, scale, *_):
    for _ in range(runs):
        print(subprocess.run(
            [scale, "warm", "200"], check=True, capture_output=True, text=True).stdout, end="")


def growth(runs, processor, scale, yardsticks, _):
    names = ("walk", "noise", "points")
    print("| rows | " + " | ".join(f"{name}, s | MB" for name in names) + " |")
    print("| --- " * 7 + "|")
    for rows in (10**3, 10**4, 10**5, 10**6, 10**7):
        cells = [f"{rows:,}"]
        for name in names:
            if rows > 10**6 and name == "points":
                cells += ["–", "–"]
                continue
            programs = {"Burin": commands(name, scale, yardsticks, None, rows)["Burin"]}
            found = measure(programs, runs, processor)["Burin"]
            cells += [f"{found[0]:.3f}", f"{found[1]:.0f}"]
        print("| " + " | ".join(cells) + " |", flush=True)


def instructions(scale, yardsticks, _):
    if not shutil.which("valgrind"):
        sys.exit("valgrind is not installed")
    stripped = OUT / "Scale"
    subprocess.run(["strip", "-g", "-o", stripped, scale], check=True)
    print("| work at 10⁵ rows | million instructions |")
    print("| --- | --- |")
    for name in ("bars", "curve", "walk", "noise", "points", "pointMarks", "lineMarks"):
        rows = 10**5 if WORKS[name][1] else None
        command = commands(name, stripped, yardsticks, None, rows)["Burin"]
        result = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={OUT / 'callgrind.out'}",
             *map(str, command)], capture_output=True, text=True)
        counts = [line for line in result.stderr.splitlines() if "Collected :" in line]
        count = int(counts[0].split(":")[1]) / 1e6 if counts else float("nan")
        print(f"| {name} | {count:,.0f} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("works", nargs="*", help=", ".join(WORKS))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--processor", action="store_true")
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--instructions", action="store_true")
    parser.add_argument("--checks", action="store_true")
    parser.add_argument("--warm", action="store_true")
    options = parser.parse_args()
    unknown = [name for name in options.works if name not in WORKS]
    if unknown:
        parser.error(f"unknown works: {', '.join(unknown)}; known are {', '.join(WORKS)}")
    OUT.mkdir(exist_ok=True)
    python = os.environ.get("BURIN_MATPLOTLIB", sys.executable)
    has_matplotlib = shutil.which(python) and run([python, "-c", "import matplotlib"])[2]
    if not has_matplotlib:
        print(f"{python} has no matplotlib, which is left out", file=sys.stderr)
    programs = (*build(), python if has_matplotlib else None)
    if options.instructions:
        instructions(*programs)
    elif options.checks:
        checks(options.runs, *programs)
    elif options.warm:
        warm(options.runs, *programs)
    elif options.growth:
        growth(options.runs, options.processor, *programs)
    else:
        table(options.works or WORKS, options.runs, options.processor, *programs)


if __name__ == "__main__":
    main()
