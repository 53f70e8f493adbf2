#!/usr/bin/env python3
"""Fuzzes the parser and the layout of formulas with libFuzzer.

    python3 Benchmarks/formulas/fuzz.py [--seconds 300] [--sanitizer address]

Requires a Swift toolchain with libFuzzer, such as that for Linux. The first inputs are the corpus
of formulas; the dictionary contains the names of its commands, and those of the built-in macros and
commands. It prints the number of inputs, the
speed, the coverage and the peak memory. Exit status 1 if an input fails, which is kept in the
folder that is named.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
TESTS = os.path.join(HERE, "../../Tests/BurinMathTests")


def build(scratch, sanitizer):
    """Builds the program and returns its path."""
    flags = "fuzzer" + (f",{sanitizer}" if sanitizer else "")
    # Not every system linker supports the instrumented code; lld is part of Swift.
    command = ["swift", "build", "-c", "release", "--package-path", HERE, "--scratch-path", scratch,
               "--product", "Fuzz", "-Xswiftc", f"-sanitize={flags}", "-Xswiftc", "-use-ld=lld"]
    subprocess.run(command, check=True, env={**os.environ, "BURIN_FUZZ": "1"})
    return os.path.join(scratch, "release", "Fuzz")


def write_inputs(folder):
    """Writes the corpus as first inputs, one per file, and the dictionary."""
    os.mkdir(f"{folder}/inputs")
    with open(f"{TESTS}/TeXReference/corpus.txt", encoding="utf-8") as file:
        formulas = [line[2:].rstrip("\n") for line in file if line[:2] in ("T ", "D ")]
    for index, formula in enumerate(formulas):
        with open(f"{folder}/inputs/{index:04}", "w", encoding="utf-8") as file:
            file.write(formula)
    words = {word for formula in formulas for word in re.findall(r"\\[A-Za-z]+|\\.", formula)}
    words |= {f"\\begin{{{name}}}" for formula in formulas
              for name in re.findall(r"\\begin\{([a-z*]+)\}", formula)}
    words |= {"\\newcommand", "\\def", "#1", "\\let", "\\cssId{a}", "\\textcolor{red}", "$", "{}",
              "\\hline", "\\over", "\\limits", "晴", "\\kern", "1000em"}
    for table in ("BuiltInMacros", "CommandTable"):
        with open(f"{HERE}/../../Sources/BurinMath/Tables/{table}.swift", encoding="utf-8") as file:
            words |= {"\\" + name for line in file if not line.lstrip().startswith("//")
                      for name in re.findall(r"\b[A-Za-z]{2,}\b", line)}
    with open(f"{folder}/dictionary", "w", encoding="utf-8") as file:
        for word in sorted(words):
            quoted = "".join(f"\\x{byte:02X}" for byte in word.encode())
            file.write(f'"{quoted}"\n')


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--seconds", type=int, default=300)
    arguments.add_argument("--sanitizer", default="", help="such as address, beside libFuzzer")
    options = arguments.parse_args()

    folder = tempfile.mkdtemp(prefix="burin-fuzz-")
    program = build(os.path.join(HERE, ".build", "fuzz" + options.sanitizer), options.sanitizer)
    write_inputs(folder)
    command = [program, f"-max_total_time={options.seconds}", "-max_len=400", "-timeout=5",
               "-rss_limit_mb=2048", f"-dict={folder}/dictionary", f"-artifact_prefix={folder}/",
               "-print_final_stats=1", f"{folder}/inputs"]
    run = subprocess.run(command, text=True, capture_output=True, errors="replace",
                         env={**os.environ, "ASAN_OPTIONS": "detect_leaks=0"})
    statistics = dict(re.findall(r"stat::(\w+):\s+(\d+)", run.stderr))
    covered = re.findall(r"cov: (\d+) ft: (\d+) corp: (\d+)", run.stderr)
    print(f"inputs tried {statistics.get('number_of_executed_units', '?')}, "
          f"{statistics.get('average_exec_per_sec', '?')} a second, "
          f"slowest {statistics.get('slowest_unit_time_sec', '?')} s, "
          f"peak memory {statistics.get('peak_rss_mb', '?')} MB")
    if covered:
        print(f"covered edges {covered[0][0]} at first, {covered[-1][0]} at the end; "
              f"{covered[-1][2]} inputs kept")
    if run.returncode != 0:
        print("\n".join(run.stderr.splitlines()[-40:]), file=sys.stderr)
        print(f"failed; the input is in {folder}", file=sys.stderr)
        sys.exit(1)
    print("no input failed")


if __name__ == "__main__":
    main()
