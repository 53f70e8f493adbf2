#!/usr/bin/env python3
"""Fuzzes the PNG decoder with libFuzzer, AddressSanitizer and UndefinedBehaviorSanitizer.

    python3 Benchmarks/compare/fuzz.py [--seconds 120] [--jobs 2]

Requires a clang with libFuzzer, such as that of the Swift toolchain. It generates the first inputs
and prints the number of inputs, the speed and the coverage. Exit status 1 if an input fails.
"""

import argparse
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib

import png

HERE = os.path.dirname(os.path.abspath(__file__))
CPNG = os.path.join(HERE, "..", "..", "Sources", "CPNG")


def file(width, height, depth, color, interlace=0, extra=b"", after=b"", pieces=1):
    """Returns a valid file of a kind; its rows are zero, with each filter in turn."""
    channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[color]
    passes = [(0, 0, 1, 1)] if not interlace else [
        (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
        (0, 1, 1, 2)]
    rows = b""
    for x, y, dx, dy in passes:
        columns, lines = -(-(width - x) // dx), -(-(height - y) // dy)
        if columns <= 0:
            continue
        for line in range(max(lines, 0)):
            size = (columns * channels * depth + 7) // 8
            rows += bytes([line % 5]) + bytes((line * 7 + i * 3) % 256 for i in range(size))
    data = zlib.compress(rows)
    cut = -(-len(data) // pieces)
    return (b"\x89PNG\r\n\x1a\n"
            + png.chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, color, 0, 0,
                                             interlace))
            + extra
            + b"".join(png.chunk(b"IDAT", data[i:i + cut]) for i in range(0, len(data), cut))
            + after + png.chunk(b"IEND", b""))


def seeds():
    palette = png.chunk(b"PLTE", bytes(range(256)) * 3)
    small = lambda depth: png.chunk(b"PLTE", bytes(range(3 * (1 << depth))))
    text = png.chunk(b"tEXt", b"Title\0plot")
    packed = png.chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"text " * 20))
    long = png.chunk(b"iTXt", b"Title\0\1\0zh\0\0" + zlib.compress("熵".encode()))
    size = png.chunk(b"pHYs", struct.pack(">IIB", 2835, 2835, 1))
    for depth in (1, 2, 4, 8, 16):
        yield file(9, 7, depth, 0)
        yield file(9, 7, depth, 0, extra=png.chunk(b"tRNS", b"\0\1"))
    for depth in (1, 2, 4, 8):
        yield file(9, 7, depth, 3, extra=palette if depth == 8 else small(depth))
        yield file(9, 7, depth, 3, 1, extra=(palette if depth == 8 else small(depth))
                   + png.chunk(b"tRNS", b"\0\x80"))
    for depth in (8, 16):
        for color in (2, 4, 6):
            yield file(17, 5, depth, color, pieces=3)
            yield file(17, 5, depth, color, 1)
    yield file(17, 5, 8, 2, extra=text + packed + long + size)
    yield file(17, 5, 8, 2, after=text + packed + long)
    yield file(3, 3, 8, 6, extra=png.chunk(b"acTL", struct.pack(">II", 1, 0))
               + png.chunk(b"fcTL", struct.pack(">IIIIIHHBB", 0, 3, 3, 0, 0, 1, 10, 0, 0)))
    yield file(40, 3, 8, 2, extra=png.chunk(b"iCCP", b"x\0\0" + zlib.compress(bytes(200))))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    clang = shutil.which("clang")
    if clang is None:
        raise SystemExit("clang is missing: it comes with the Swift toolchain")
    with tempfile.TemporaryDirectory(prefix="burin-fuzz-") as folder:
        program = f"{folder}/fuzz"
        others = [os.path.join(CPNG, name) for name in sorted(os.listdir(CPNG))
                  if name.endswith(".c") and name != "png_read.c"]
        subprocess.run(
            [clang, "-g", "-O1", "-fsanitize=fuzzer,address,undefined",
             "-fno-sanitize-recover=undefined", "-I", CPNG, "-I", f"{CPNG}/include",
             f"{HERE}/fuzz_decoder.c", *others, "-o", program, "-lpng", "-ldeflate", "-lz"],
            check=True, stderr=subprocess.DEVNULL)
        corpus = f"{folder}/corpus"
        os.mkdir(corpus)
        count = 0
        for seed in seeds():
            for how in (0, 1, 2, 3):
                with open(f"{corpus}/{count}", "wb") as output:
                    output.write(bytes([how]) + (seed if how < 3 else seed[16:]))
                count += 1
        workers = []
        for job in range(options.jobs):
            log = open(f"{folder}/log{job}", "w")
            workers.append((log, subprocess.Popen(
                [program, corpus, f"-max_total_time={options.seconds}", f"-seed={job + 1}",
                 "-max_len=4096", "-timeout=10", "-rss_limit_mb=1024", "-print_final_stats=1",
                 f"-artifact_prefix={os.getcwd()}/"],
                stderr=log, stdout=log)))
        status = 0
        for log, worker in workers:
            failed = worker.wait() != 0
            log.close()
            with open(log.name) as output:
                text = output.read()
            figures = dict(re.findall(r"stat::(\w+):\s+(\d+)", text))
            covered = re.findall(r"cov: (\d+) ft: (\d+) corp: (\d+)", text)
            edges, features, inputs = covered[-1] if covered else ("?", "?", "?")
            print(f"{figures.get('number_of_executed_units', '?')} inputs, "
                  f"{figures.get('average_exec_per_sec', '?')} a second, "
                  f"{figures.get('peak_rss_mb', '?')} MB at most; {edges} edges and {features} "
                  f"features reached, {inputs} inputs kept; "
                  f"slowest {figures.get('slowest_unit_time_sec', '?')} s"
                  + ("; FAILED" if failed else "; no failure"))
            if failed:
                print(text[-3000:])
                status = 1
        return status


if __name__ == "__main__":
    sys.exit(main())
