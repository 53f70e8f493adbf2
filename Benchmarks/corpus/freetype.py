#!/usr/bin/env python3
"""Draws the texts of goldens with two releases of FreeType, and compares them with burin.

    swift build -c release --product figures --product burin
    .build/release/figures accept --all --golden goldens     # any folder with .scene files
    python3 Benchmarks/corpus/freetype.py goldens --burin .build/release/burin

The wheels of matplotlib 3.10 and 3.11 contain FreeType 2.6.1 and 2.14.3; each is installed in a
separate virtual environment. Only texts are drawn, their outlines unhinted, each glyph at a whole
pixel, because matplotlib's interface has no finer positions, in DejaVu Sans, which both wheels
contain: up to 2.6.1 FreeType made the stems of CFF fonts such as Noto Sans CJK bolder, which is
another picture.
For the same reason characters whose glyph is composed of others, such as ‖, are left out: the
older release moves the parts to whole pixels, hinting or not.
Every picture is then drawn once more by the newer release with one digit wrong. All pairs of the
first kind must pass, all of the second must fail.
"""

import argparse
import json
import math
import os
import re
import subprocess
import sys
import tempfile

RELEASES = {"old": "matplotlib==3.10.*", "new": "matplotlib==3.11.*"}
SCALE = 2

RUN = re.compile(
    r'\s*run "(?P<text>(?:[^"\\]|\\.)*)" (?P<font>\S+) (?P<size>\S+) (?P<color>#\w+)'
    r' at (?P<x>[^,]+),(?P<y>\S+) advance \S+ glyphs(?P<glyphs>.*)')


def draw(scenes, out):
    """Draws every scene in a folder with the FreeType of this interpreter."""
    import warnings

    import matplotlib
    import numpy
    from fontTools.ttLib import TTFont
    from matplotlib import ft2font
    from PIL import Image

    # Newer releases deprecate a parameter that older ones require.
    warnings.simplefilter("ignore")
    folder = f"{matplotlib.get_data_path()}/fonts/ttf"
    regular, bold = (
        ft2font.FT2Font(f"{folder}/{name}.ttf", hinting_factor=1)
        for name in ("DejaVuSans", "DejaVuSans-Bold"))
    bitmaps = {}
    outlines = TTFont(f"{folder}/DejaVuSans.ttf")
    names = outlines.getBestCmap()

    def is_drawn(character):
        name = names.get(ord(character))
        return name is not None and not outlines["glyf"][name].isComposite()

    def coverage(face, size, character):
        """Returns the character's pixels with the position of their top left corner from its origin."""
        key = (face.postscript_name, size, character)
        if key not in bitmaps:
            # 72 dots per inch make a point a pixel. Older releases round sizes to whole pixels.
            face.set_size(round(size), 72)
            flags = ft2font.LoadFlags.NO_HINTING | ft2font.LoadFlags.NO_BITMAP
            loaded = face.load_glyph(face.get_char_index(ord(character)), flags)
            xmin, ymin, xmax, ymax = (value / 64 for value in loaded.bbox)
            left, top = math.floor(xmin), math.ceil(ymax)
            width, height = math.ceil(xmax) - left + 2, top - math.floor(ymin) + 2
            image = (
                ft2font.FT2Image(width, height) if ft2font.__freetype_version__ == "2.6.1"
                else numpy.zeros((height, width), numpy.uint8))
            face.draw_glyph_to_bitmap(image, -left, 0, loaded, antialiased=True)
            bitmaps[key] = (numpy.array(image, dtype=float) / 255, left, top)
        return bitmaps[key]

    for name in sorted(os.listdir(scenes)):
        if not name.endswith(".scene"):
            continue
        with open(f"{scenes}/{name}", encoding="utf-8") as file:
            lines = file.read().split("\n")
        width, height = (float(side) for side in lines[0].split()[1].split("×"))
        page = numpy.full((math.ceil(height * SCALE), math.ceil(width * SCALE), 3), 255.0)
        for line in lines:
            run = RUN.match(line)
            if run is None:
                continue
            glyphs = run["glyphs"].split()
            face = bold if "Bold" in run["font"] else regular
            # Characters and glyphs must correspond one to one.
            if len(glyphs) != len(run["text"]) or "\\" in run["text"]:
                continue
            color = numpy.array([int(run["color"][i:i + 2], 16) for i in (1, 3, 5)], dtype=float)
            for character, glyph in zip(run["text"], glyphs):
                if not is_drawn(character):
                    continue
                dx, _, dy = glyph.split("@")[1].partition("/")
                alpha, left, top = coverage(face, float(run["size"]) * SCALE, character)
                x = round((float(run["x"]) + float(dx)) * SCALE) + left
                y = round((float(run["y"]) + float(dy or 0)) * SCALE) - top
                rows = slice(max(y, 0), min(y + alpha.shape[0], page.shape[0]))
                columns = slice(max(x, 0), min(x + alpha.shape[1], page.shape[1]))
                if rows.start >= rows.stop or columns.start >= columns.stop:
                    continue
                share = alpha[rows.start - y:rows.stop - y, columns.start - x:columns.stop - x, None]
                page[rows, columns] = page[rows, columns] * (1 - share) + color * share
        Image.fromarray(numpy.rint(page).astype(numpy.uint8)).save(f"{out}/{name[:-6]}.png")
    print(ft2font.__freetype_version__)


def only_text(scene):
    """Returns the scene without items that are not drawn here."""
    lines = scene.split("\n")
    return "\n".join(
        line for line in lines if not line.lstrip().startswith(("path ", "image ")))


def with_a_wrong_digit(scene):
    """Returns the scene with one digit replaced by another from its font, or None if there is none."""
    glyphs = {}
    runs = [(match, line) for line in scene.split("\n") if (match := RUN.match(line))]
    for run, _ in runs:
        numbers = run["glyphs"].split()
        if len(numbers) == len(run["text"]):
            for character, glyph in zip(run["text"], numbers):
                glyphs.setdefault((run["font"], character), glyph.split("@")[0])
    for run, line in runs:
        numbers = run["glyphs"].split()
        if len(numbers) != len(run["text"]):
            continue
        for index, character in enumerate(run["text"]):
            for other in "86319274 50":
                number = glyphs.get((run["font"], other))
                if character.isdigit() and other.isdigit() and other != character and number:
                    text = run["text"][:index] + other + run["text"][index + 1:]
                    numbers[index] = number + "@" + numbers[index].split("@")[1]
                    changed = line.replace(f'"{run["text"]}"', f'"{text}"', 1)
                    changed = changed[:changed.rindex(" glyphs")] + " glyphs " + " ".join(numbers)
                    return scene.replace(line, changed, 1)
    return None


def write_manifest(folder, release):
    """Writes the environment, so that burin knows that the pictures are of two releases."""
    names = sorted(name[:-4] for name in os.listdir(folder) if name.endswith(".png"))
    with open(f"{folder}/manifest.json", "w", encoding="utf-8") as file:
        json.dump({
            "version": 1, "environments": {"here": {"freetype": release}},
            "goldens": {name: "here" for name in names}}, file)


def compare(burin, expected, actual):
    run = subprocess.run(
        [burin, "compare", expected, actual, "--json"], capture_output=True, text=True)
    return json.loads(run.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("goldens", help="a folder with .scene files")
    parser.add_argument("--burin", default=".build/release/burin")
    parser.add_argument("--draw", metavar="OUT", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.draw:
        draw(options.goldens, options.draw)
        return
    with tempfile.TemporaryDirectory() as work:
        for folder in ("scenes", "faulty", "old", "new", "wrong"):
            os.mkdir(f"{work}/{folder}")
        for name in sorted(os.listdir(options.goldens)):
            # DejaVu Sans has no Chinese characters.
            if not name.endswith(".scene") or ".zh." in name:
                continue
            with open(f"{options.goldens}/{name}", encoding="utf-8") as file:
                scene = only_text(file.read())
            faulty = with_a_wrong_digit(scene)
            for folder, text in (
                    ("scenes", scene), ("old", scene), ("new", scene), ("faulty", faulty),
                    ("wrong", faulty)):
                if text is not None:
                    with open(f"{work}/{folder}/{name}", "w", encoding="utf-8") as file:
                        file.write(text)
        releases = {}
        for name, package in RELEASES.items():
            python = f"{work}/{name}-python"
            subprocess.run([sys.executable, "-m", "venv", python], check=True)
            subprocess.run([f"{python}/bin/pip", "install", "-q", package], check=True)
            jobs = [("scenes", name)] + ([("faulty", "wrong")] if name == "new" else [])
            for source, out in jobs:
                releases[out] = subprocess.run(
                    [f"{python}/bin/python", __file__, f"{work}/{source}", "--draw",
                     f"{work}/{out}"],
                    check=True, capture_output=True, text=True).stdout.strip()
        for folder, release in releases.items():
            write_manifest(f"{work}/{folder}", release)
        report(options.burin, work, releases)


def report(burin, work, releases):
    print(f"FreeType {releases['old']} and {releases['new']}, unhinted outlines of all texts")
    failed = False
    for title, actual, must_pass in (
            ("the same text", "new", True), ("one digit wrong", "wrong", False)):
        # Texts are removed, so that only the pixels can show a difference.
        for kind in ("scenes and pixels", "pixels alone"):
            if kind == "pixels alone":
                for folder in ("old", actual):
                    for name in os.listdir(f"{work}/{folder}"):
                        if name.endswith(".scene"):
                            os.rename(f"{work}/{folder}/{name}", f"{work}/{folder}/{name}.away")
            names = {name for name in os.listdir(f"{work}/{actual}") if name.endswith(".png")}
            results = [
                result for result in compare(burin, f"{work}/old", f"{work}/{actual}")["pairs"]
                if result["name"] in names]
            passed = sum(result["status"] == "same" for result in results)
            steps = [(result.get("pixels") or {}).get("largest", 0) for result in results]
            right = passed if must_pass else len(results) - passed
            failed = failed or right < len(results)
            print(f"{title}, {kind}: {right} of {len(results)} "
                  f"{'pass' if must_pass else 'fail'}; largest step {max(steps)} of 255")
            for folder in ("old", actual):
                for name in os.listdir(f"{work}/{folder}"):
                    if name.endswith(".away"):
                        os.rename(f"{work}/{folder}/{name}", f"{work}/{folder}/{name[:-5]}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
