"""Writes and reads 8-bit PNG files with only Python's standard library."""

import struct
import zlib


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(
        ">I", zlib.crc32(name + data))


def write(path, width, height, pixel, channels=3, level=6):
    """Writes an image whose pixel (x, y) is the tuple that `pixel(x, y)` returns."""
    rows = bytearray()
    for y in range(height):
        rows.append(0)
        for x in range(width):
            rows += bytes(pixel(x, y))
    write_rows(path, width, height, bytes(rows), channels, level)


def write_rows(path, width, height, rows, channels=3, level=6):
    """Writes an image from rows, each of which begins with its filter."""
    color = {1: 0, 2: 4, 3: 2, 4: 6}[channels]
    header = struct.pack(">IIBBBBB", width, height, 8, color, 0, 0, 0)
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
                   + chunk(b"IDAT", zlib.compress(rows, level)) + chunk(b"IEND", b""))
