#!/usr/bin/env python3
"""Measures how the catalog's pictures are packed as PNG, and prints a table.

    swift build -c release --product figures
    python3 Benchmarks/packing/packing.py --figures .build/release/figures [--runs 9]

Renders the seventeen figures in one language, reads their pixels, and packs them again on one
thread by each preset of this package and by libpng with its defaults. Printed are the fastest sum
of milliseconds, the instructions (where valgrind is installed), and the bytes, also as a share of
libpng's. Other PNG files may be named in place of `--figures`. Every file is read back by libpng;
other pixels end the run with an error.
"""

import argparse
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
CPNG = os.path.join(HERE, "..", "..", "Sources", "CPNG")
METHODS = {"read": "each pixel read once", "libpng": "libpng's default", "fast": "`.fast`",
           "standard": "`.standard`", "small": "`.small`"}


def compiled(source, program, *options):
    """Compiles a C file of this folder with the package's packing; as SwiftPM does for a release."""
    compiler = shutil.which("clang") or shutil.which("cc")
    if compiler is None:
        raise SystemExit("clang is missing: it comes with the Swift toolchain")
    subprocess.run(
        [compiler, "-O2", *options, "-I", CPNG, "-I", f"{CPNG}/include", f"{HERE}/{source}",
         *sorted(glob.glob(f"{CPNG}/*.c")), "-o", program, "-lpng", "-ldeflate", "-lz"],
        check=True)
    return program


def instructions(program, method, files, folder):
    """Returns the millions of instructions of packing alone, or None."""
    if shutil.which("valgrind") is None or method in ("read", "small"):
        return None
    function = "pack_by_libpng" if method == "libpng" else "cpng_encode"
    run = subprocess.run(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/callgrind",
         f"--toggle-collect={function}", program, method, "0", *files],
        capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", run.stderr)
    return int(found[1]) / 1e6 if found else None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--figures", help="the program of the catalog")
    parser.add_argument("--language", default="zh")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("files", nargs="*")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="burin-packing-") as folder:
        files = options.files
        if options.figures:
            subprocess.run([options.figures, "render", "--lang", options.language, "--out",
                            f"{folder}/figures"], check=True, stderr=subprocess.DEVNULL)
            files = sorted(glob.glob(f"{folder}/figures/*.png"))
        if not files:
            parser.error("name --figures or PNG files")
        program = compiled("pack.c", f"{folder}/pack")
        rows = {}
        for method in METHODS:
            # The small preset takes seconds.
            runs = 1 if method == "small" else options.runs
            output = subprocess.run([program, method, str(runs), *files], check=True,
                                    capture_output=True, text=True).stdout.split()
            rows[method] = (float(output[0]), int(output[1]), int(output[2]),
                            instructions(program, method, files, folder))
        base = rows["libpng"][1]
        print(f"{len(files)} files, {rows['read'][2] / 1e6:.0f} MB of pixels\n")
        print("| method | ms | million instructions | bytes | × libpng's default |")
        print("| --- | ---: | ---: | ---: | ---: |")
        for method, (time, size, _, count) in rows.items():
            print(f"| {METHODS[method]} | {time:.1f} | {f'{count:,.0f}' if count else ''} | "
                  f"{f'{size:,}' if size else ''} | {f'{size / base:.2f}' if size else ''} |")


if __name__ == "__main__":
    sys.exit(main())
