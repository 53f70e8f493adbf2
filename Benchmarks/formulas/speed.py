#!/usr/bin/env python3
"""Times the typesetting of the corpus of formulas by Burin and matplotlib's mathtext in one run.

    python3 -m venv peers && peers/bin/pip install -r Benchmarks/formulas/requirements.txt
    swift build -c release --package-path Benchmarks/formulas
    peers/bin/python Benchmarks/formulas/speed.py \\
        --typeset Benchmarks/formulas/.build/release/Typeset

Both set every formula warm, from its source to placed glyphs; mathtext's cache of results is
bypassed. Only formulas that mathtext supports are compared; rounds of the two alternate. Then the first
formula of a process is timed, from the start of main and as a whole process.
"""

import argparse
import os
import statistics
import subprocess
import time

HERE = os.path.dirname(os.path.abspath(__file__))
CORPUS = os.path.join(HERE, "../../Tests/BurinMathTests/TeXReference/corpus.txt")
COLD = r"D_{\mathrm{KL}}(P\,\|\,Q)=\sum_{x} P(x)\log_2\frac{P(x)}{Q(x)}"


def mathtext_setter():
    """Returns a function that sets a formula and raises an error if mathtext cannot."""
    import matplotlib
    from matplotlib.font_manager import FontProperties
    from matplotlib.mathtext import MathTextParser
    matplotlib.rcParams["mathtext.fontset"] = "stix"
    parser = MathTextParser("path")
    properties = FontProperties(size=12)

    def set_formula(tex):
        # Results are cached; every run must set the formula again.
        MathTextParser._parse_cached.cache_clear()
        return parser.parse(f"${tex}$", 72, properties)
    return set_formula


def time_mathtext(set_formula, lines):
    times = []
    for line in lines:
        start = time.perf_counter()
        set_formula(line[2:])
        times.append((time.perf_counter() - start) * 1e6)
    return times


def time_burin(typeset, lines, rounds):
    run = subprocess.run([typeset, str(rounds)], input="\n".join(lines), text=True,
                         capture_output=True, check=True)
    return [float(line.split("\t")[0]) for line in run.stdout.splitlines()]


def time_cold(command, runs):
    inside, whole = [], []
    for _ in range(runs):
        start = time.perf_counter()
        run = subprocess.run(command, text=True, capture_output=True, check=True)
        whole.append((time.perf_counter() - start) * 1e3)
        inside.append(float(run.stdout.split()[0]))
    return inside, whole


def describe(values):
    ordered = sorted(values)
    return (f"median {statistics.median(ordered):8.1f}   "
            f"mean {statistics.fmean(ordered):8.1f}   "
            f"95 % {ordered[len(ordered) * 95 // 100]:8.1f}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--typeset", required=True, help="the program Typeset, built for release")
    arguments.add_argument("--rounds", type=int, default=5)
    options = arguments.parse_args()

    with open(CORPUS, encoding="utf-8") as file:
        corpus = [line.rstrip("\n") for line in file if line[:2] in ("T ", "D ")]
    set_formula = mathtext_setter()
    common = []
    for line in corpus:
        if not line.isascii():  # mathtext has no Chinese
            continue
        try:
            set_formula(line[2:])
            common.append(line)
        except Exception:  # mathtext raises errors of several kinds
            pass

    ours, theirs = [], []
    for _ in range(options.rounds):
        theirs.append(time_mathtext(set_formula, common))
        ours.append(time_burin(options.typeset, common, 20))
    ours = [statistics.median(times) for times in zip(*ours)]
    theirs = [statistics.median(times) for times in zip(*theirs)]
    ratios = sorted(their / our for our, their in zip(ours, theirs))
    whole = time_burin(options.typeset, corpus, 50)

    print(f"warm, microseconds a formula; {len(common)} of {len(corpus)} formulas are set by both")
    print(f"  Burin     {describe(ours)}")
    print(f"  mathtext  {describe(theirs)}")
    print(f"  mathtext's time in Burin's: median {statistics.median(ratios):.1f}, "
          f"from {ratios[0]:.1f} to {ratios[-1]:.1f}; in sum {sum(theirs) / sum(ours):.1f}")
    print(f"  Burin, all {len(corpus)} formulas: {describe(whole)}")
    inside, process = time_cold([options.typeset, "--cold", COLD], 20)
    print(f"first formula of a process, milliseconds: from main {statistics.median(inside):.1f}, "
          f"whole process {statistics.median(process):.1f} (medians of 20)")


if __name__ == "__main__":
    main()
