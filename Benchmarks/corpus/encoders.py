#!/usr/bin/env python3
"""Writes goldens with other encoders, and checks that burin reads the same pictures.

    swift build -c release --product burin
    python3 -m venv peers && peers/bin/pip install pillow      # and ImageMagick's convert
    peers/bin/python Benchmarks/corpus/encoders.py golden --burin .build/release/burin
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile


def pillow(mode, **settings):
    def write(source, target):
        from PIL import Image
        Image.open(source).convert(mode).save(target, **settings)
    return write


def imagemagick(*settings):
    def write(source, target):
        subprocess.run(["convert", source, *settings, target], check=True)
    return write


ENCODERS = {
    "Pillow": pillow("RGB"),
    "Pillow, optimized": pillow("RGB", optimize=True),
    "Pillow, RGBA, level 1": pillow("RGBA", compress_level=1),
    "Pillow, not compressed": pillow("RGB", compress_level=0),
    "ImageMagick": imagemagick(),
    "ImageMagick, interlaced": imagemagick("-interlace", "PNG"),
    "ImageMagick, 16 bits": imagemagick("-depth", "16", "-define", "png:bit-depth=16"),
    "ImageMagick, RGBA": imagemagick("-define", "png:color-type=6"),
    "ImageMagick, filter 1": imagemagick("-define", "png:compression-filter=1"),
    "ImageMagick, filter 4": imagemagick("-define", "png:compression-filter=4"),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("goldens", help="a folder of PNG files")
    parser.add_argument("--burin", default=".build/release/burin")
    options = parser.parse_args()
    names = sorted(name for name in os.listdir(options.goldens) if name.endswith(".png"))
    failed = False
    print(f"{'encoder':26}{'pass':>10}{'bytes':>12}")
    total = sum(os.path.getsize(f"{options.goldens}/{name}") for name in names)
    print(f"{'burin':26}{'':>10}{total:>12}")
    for encoder, write in ENCODERS.items():
        with tempfile.TemporaryDirectory() as folder:
            for name in names:
                write(f"{options.goldens}/{name}", f"{folder}/{name}")
                scene = f"{options.goldens}/{name[:-4]}.scene"
                if os.path.exists(scene):
                    shutil.copy(scene, folder)
            # The same manifest means that the same libraries drew them: pixels must be equal.
            if os.path.exists(f"{options.goldens}/manifest.json"):
                shutil.copy(f"{options.goldens}/manifest.json", folder)
            run = subprocess.run([options.burin, "compare", options.goldens, folder],
                                 capture_output=True, text=True)
            size = sum(os.path.getsize(f"{folder}/{name}") for name in names)
        word = "all" if run.returncode == 0 else "no"
        print(f"{encoder:26}{word:>10}{size:>12}", flush=True)
        if run.returncode != 0:
            failed = True
            print(run.stdout + run.stderr)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
