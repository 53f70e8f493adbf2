#!/usr/bin/env python3
"""Compares PNG files of every colour type, bit depth and interlacing, written by other means.

    python3 Benchmarks/compare/kinds.py .build/release/burin [--rounds 3]

Each picture is compared with itself, written with other filters, other compression and the other
interlacing, which must be the same, and with a copy in which the lowest bit of one sample of one
visible pixel is another, which must differ. Exit status 1 if a verdict is wrong.
"""

import argparse
import random
import struct
import subprocess
import sys
import tempfile
import zlib

import png

CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
SIZES = [(1, 1), (7, 5), (33, 9), (16, 16), (70, 3)]
# The first column and row of each pass, and the steps between them.
PASSES = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
          (0, 1, 1, 2)]


def packed(samples, depth):
    """Samples of a row, the first in the highest bits."""
    if depth == 16:
        return b"".join(sample.to_bytes(2, "big") for sample in samples)
    bits = "".join(f"{sample:0{depth}b}" for sample in samples)
    bits += "0" * (-len(bits) % 8)
    return bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits), 8))


def filtered(row, above, stride, kind):
    """A row by one of PNG's filters (PNG 3rd edition, clause 9)."""
    result = bytearray([kind])
    for i, value in enumerate(row):
        left = row[i - stride] if i >= stride else 0
        up = above[i] if above else 0
        corner = above[i - stride] if above and i >= stride else 0
        guess = left + up - corner
        paeth = min((abs(guess - left), 0, left), (abs(guess - up), 1, up),
                    (abs(guess - corner), 2, corner))[2]
        result.append((value - (0, left, up, (left + up) // 2, paeth)[kind]) & 255)
    return bytes(result)


def written(numbers, pixels, depth, color, interlaced, extra):
    width, height, channels = len(pixels[0]), len(pixels), CHANNELS[color]
    stride = max(1, channels * depth // 8)
    rows = b""
    for x, y, dx, dy in PASSES if interlaced else [(0, 0, 1, 1)]:
        columns, above = range(x, width, dx), None
        for line in range(y, height, dy) if columns else []:
            row = packed([s for column in columns for s in pixels[line][column]], depth)
            rows += filtered(row, above, stride, numbers.randrange(5))
            above = row
    data = zlib.compress(rows, numbers.choice([0, 1, 6, 9]))
    piece = numbers.choice([len(data), max(1, len(data) // 3)])
    header = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, interlaced)
    return (b"\x89PNG\r\n\x1a\n" + png.chunk(b"IHDR", header) + extra
            + b"".join(png.chunk(b"IDAT", data[i:i + piece]) for i in range(0, len(data), piece))
            + png.chunk(b"IEND", b""))


def pair(numbers, depth, color, has_key, size):
    """Returns the pixels, those with one bit changed, and the chunks that both need."""
    (width, height), channels, most = size, CHANNELS[color], (1 << depth) - 1
    pixels = [[[numbers.randrange(most + 1) for _ in range(channels)] for _ in range(width)]
              for _ in range(height)]
    if numbers.random() < 0.5:
        # Even stretches, which readers pass quickly.
        for row in pixels:
            for x in range(1, width):
                row[x] = list(row[0]) if numbers.random() < 0.8 else row[x]
    x, y, channel = (numbers.randrange(n) for n in (width, height, channels))
    if color in (4, 6):
        pixels[y][x][-1] = numbers.choice([most, most // 2, 3])
    changed = [[list(pixel) for pixel in row] for row in pixels]
    changed[y][x][channel] ^= 1
    extra = b""
    if color == 3:
        colors = numbers.sample(range(1 << 24), most + 1)
        extra = png.chunk(b"PLTE", b"".join(value.to_bytes(3, "big") for value in colors))
        if has_key:
            extra += png.chunk(b"tRNS", bytes([255] * most + [200]))
    elif has_key:
        extra = png.chunk(b"tRNS", struct.pack(f">{channels}H", *pixels[0][0]))
    return pixels, changed, extra


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("burin")
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    numbers = random.Random(1)
    count = wrong = 0
    with tempfile.TemporaryDirectory(prefix="burin-kinds-") as folder:
        def compare(first, second, status, words):
            nonlocal count, wrong
            paths = [f"{folder}/{name}.png" for name in ("expected", "actual")]
            for path, data in zip(paths, (first, second)):
                with open(path, "wb") as output:
                    output.write(data)
            run = subprocess.run([options.burin, "compare", *paths], capture_output=True, text=True)
            count += 1
            if run.returncode != status:
                wrong += 1
                print(f"{words}: {run.returncode}, not {status}: {run.stdout}{run.stderr}")

        for _ in range(options.rounds):
            for color, depths in DEPTHS.items():
                for depth in depths:
                    for interlaced in (0, 1):
                        for has_key in (0, 1) if color in (0, 2, 3) else (0,):
                            for size in SIZES:
                                pixels, changed, extra = pair(numbers, depth, color, has_key, size)
                                file = lambda rows, way: written(
                                    numbers, rows, depth, color, way, extra)
                                words = f"type {color}, {depth} bits, interlaced {interlaced}, {size}"
                                first = file(pixels, interlaced)
                                compare(first, file(pixels, 1 - interlaced), 0, words)
                                compare(first, file(changed, interlaced), 1, words)
    print(f"{count} verdicts, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
