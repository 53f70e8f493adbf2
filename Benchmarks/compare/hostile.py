#!/usr/bin/env python3
"""Runs `burin compare` on hostile files, and prints its output, time and memory.

    python3 Benchmarks/compare/hostile.py .build/release/burin [--runs 5]

Each file is compared with a valid one. Exit status 1 if an answer is wrong.
"""

import argparse
import os
import statistics
import struct
import sys
import tempfile
import zlib

import png
from fuzz import file
from processes import peak, timed


def bomb(side):
    """Returns a small valid file of side × side white pixels, 1 bit each."""
    compressor = zlib.compressobj(9)
    row = b"\0" + b"\xff" * (side // 8)
    block = row * 1000
    data = b"".join(compressor.compress(block) for _ in range(side // 1000)) + compressor.flush()
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + png.chunk(b"IHDR", header) + png.chunk(b"IDAT", data)
            + png.chunk(b"IEND", b""))


def cases(folder):
    """Yields (name, path, exit status, words in the answer)."""
    good = file(16, 16, 8, 2)

    def write(name, data):
        path = f"{folder}/{name}.png"
        with open(path, "wb") as output:
            output.write(data)
        return path

    def broken(name, data, words, status=3):
        return name, write(name, data), status, words

    def flipped(index):
        data = bytearray(good)
        data[index] ^= 1
        return bytes(data)

    yield broken("48 KB that unpack to 20000 × 20000", bomb(20000), "exceeds the limits")
    yield broken("a header of 2147483647 × 2147483647", good[:16] + b"\x7f\xff\xff\xff" * 2
                 + good[24:], "exceeds the limits")
    yield broken("a header of 8000 × 8000 with data for 16 × 16",
                 good[:8] + png.chunk(b"IHDR", struct.pack(">IIBBBBB", 8000, 8000, 8, 2, 0, 0, 0))
                 + good[33:], "")
    yield broken("zero size", good[:8] + png.chunk(b"IHDR", struct.pack(
        ">IIBBBBB", 0, 16, 8, 2, 0, 0, 0)) + good[33:], "empty")
    yield broken("a wrong checksum of IHDR", flipped(30), "CRC")
    yield broken("a wrong checksum of IDAT", flipped(len(good) - 14), "")
    yield broken("a flipped bit of image data", flipped(60), "")
    yield broken("cut in half", good[:len(good) // 2], "cut off")
    yield broken("cut before its end", good[:-4], "cut off")
    yield broken("empty", b"", "not a PNG")
    yield broken("a GIF", b"GIF89a" + bytes(100), "not a PNG")
    yield broken("a palette after the image", file(
        4, 4, 8, 3, after=png.chunk(b"PLTE", bytes(768))), "PLTE")
    yield broken("an end before the image", good[:33] + png.chunk(b"IEND", b"") + good[33:], "IEND")
    yield broken("a text that unpacks to 64 MB", file(
        4, 4, 8, 2, extra=png.chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(1 << 26)))),
        "too much beside its image")
    yield broken("a colour profile of 8 MB", file(
        4, 4, 8, 2, extra=png.chunk(b"iCCP", bytes(8 << 20))), "a chunk iCCP of 8388608 bytes")
    yield broken("a claim of 2 GB for a text", good[:33] + struct.pack(">I", 0x7FFFFFFF) + b"tEXt"
                 + good[33:], "too much beside its image")
    yield broken("4000 texts", file(
        4, 4, 8, 2, extra=png.chunk(b"tEXt", b"a\0b") * 4000), "too much beside its image")
    yield "a folder", folder, 2, "folder"
    pipe = f"{folder}/pipe.png"
    os.mkfifo(pipe)
    yield "a pipe without a writer", pipe, 3, "pipe"
    os.symlink(f"{folder}/loop2.png", f"{folder}/loop.png")
    os.symlink(f"{folder}/loop.png", f"{folder}/loop2.png")
    yield "links in a circle", f"{folder}/loop.png", 3, "circle"
    yield "a device without end", "/dev/zero", 3, "device"
    yield "no file", f"{folder}/none.png", 4, "no such file"
    def control(sequence, width=16, height=16):
        return png.chunk(b"fcTL", struct.pack(
            ">IIIIIHHBB", sequence, width, height, 0, 0, 1, 10, 0, 0))

    def animation(count=2, second=None, size=(16, 16), sequence=2):
        rows = zlib.compress(b"".join(b"\0" + bytes(3 * size[0]) for _ in range(min(size[1], 64))))
        data = png.chunk(b"fdAT", struct.pack(">I", sequence) + (rows if second is None else second))
        return file(16, 16, 8, 2,
                    extra=png.chunk(b"acTL", struct.pack(">II", count, 0)) + control(0),
                    after=control(1, *size) + data)

    yield broken("an animation that lacks a frame", animation(count=3), "it says 3 frames")
    yield broken("an animation out of order", animation(sequence=7), "out of order")
    yield broken("a frame that is damaged", animation(second=b"no zlib"), "damaged")
    yield broken("a frame beyond the image", animation(size=(17, 16)), "outside of the image")
    yield broken("a frame of no size", animation(size=(0, 16)), "outside of the image")
    many = file(16, 16, 8, 2, extra=png.chunk(b"acTL", struct.pack(">II", 1 << 30, 0)) + control(0))
    yield broken("a claim of 2³⁰ frames", many, "it says 1073741824 frames")
    wrong = bytearray(animation())
    wrong[wrong.index(b"fcTL") + 8] ^= 1
    yield broken("a wrong checksum of fcTL", bytes(wrong), "CRC")
    right = [
        ("APNG", animation()),
        ("16 bits", file(16, 16, 16, 2)),
        ("a palette with alpha", file(16, 16, 8, 3, extra=png.chunk(b"PLTE", bytes(768))
                                      + png.chunk(b"tRNS", bytes(range(256))))),
        ("interlaced", file(16, 16, 8, 6, 1)),
    ]
    for name, data in right:
        yield name, write(name, data), 1, "differ"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("burin")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="burin-hostile-") as folder:
        good = f"{folder}/good.png"
        with open(good, "wb") as output:
            output.write(file(16, 16, 8, 2))
        print("| file | status | ms | peak MB | answer |\n| --- | ---: | ---: | ---: | --- |")
        for name, path, status, words in cases(folder):
            command = [options.burin, "compare", good, path]
            runs = [timed(command) for _ in range(options.runs)]
            code, answer, _ = runs[0]
            line = answer.split("\n")[0].replace(folder, "…").replace("|", "\\|")
            is_right = code == status and words in answer
            wrong += not is_right
            print(f"| {name} | {code} | {statistics.median(run[2] for run in runs):.1f} | "
                  f"{peak(command) / 1e6:.1f} | {line}{'' if is_right else ' **wrong**'} |", flush=True)
    print("all answers are right" if wrong == 0 else f"{wrong} answers are wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
