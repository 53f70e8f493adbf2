"""The peers' comparisons: each a function that imports what it needs and returns another, from two
paths to (passes, output).

`python3 peers.py NAME EXPECTED ACTUAL RUNS` prints for each call its milliseconds on the clock and
of the processors, without those of Python's start and of the imports, and the verdict.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time

# A program that is not on the PATH.
ODIFF = os.environ.get("ODIFF", "odiff")


def pixelmatch(threshold):
    def load():
        from PIL import Image
        from pixelmatch.contrib.PIL import pixelmatch as count

        def compare(expected, actual):
            first, second = (Image.open(path).convert("RGBA") for path in (expected, actual))
            if first.size != second.size:
                return False, "other size"
            differing = count(first, second, threshold=threshold)
            return differing == 0, f"{differing} px"
        return compare
    return load


def blazediff(threshold):
    def load():
        from blazediff import compare as run

        def compare(expected, actual):
            try:
                result = run(expected, actual, threshold=threshold)
            except RuntimeError as error:  # It throws for different sizes.
                return False, str(error)
            return result.match_result, f"{result.diff_count} px"
        return compare
    return load


def matplotlib():
    from matplotlib.testing.compare import compare_images

    def compare(expected, actual):
        # It writes a picture of the difference next to the actual one.
        with tempfile.TemporaryDirectory() as folder:
            copy = shutil.copy(actual, f"{folder}/actual.png")
            try:
                failure = compare_images(expected, copy, tol=10, in_decorator=True)
            except Exception as error:  # It throws a specific exception for different sizes.
                return False, type(error).__name__
        return failure is None, "" if failure is None else f"rms {failure['rms']:.1f}"
    return compare


def ssim():
    import numpy
    from PIL import Image
    from skimage.metrics import structural_similarity

    def compare(expected, actual):
        first, second = (
            numpy.asarray(Image.open(path).convert("RGB")) for path in (expected, actual))
        if first.shape != second.shape:
            return False, "other size"
        score = structural_similarity(first, second, channel_axis=2)
        return bool(score >= 0.99), f"{score:.5f}"
    return compare


def program(command):
    """A peer that is a program, whose exit status is 0 where the pictures pass."""
    def load():
        def compare(expected, actual):
            run = subprocess.run(command(expected, actual), capture_output=True, text=True)
            return run.returncode == 0, (run.stderr or run.stdout).split("\n")[0]
        return compare
    return load


def imagemagick(expected, actual):
    return ["compare", "-metric", "AE", "-fuzz", "5%", expected, actual, "null:"]


def odiff(expected, actual):
    return [ODIFF, expected, actual]


# Those that are programs: their commands.
PROGRAMS = {"odiff 0.1": odiff, "ImageMagick 5 %": imagemagick}
# Each with the default setting of its documentation or its users.
ALL = {
    "pixelmatch 0.1": pixelmatch(0.1),
    "blazediff 0.1": blazediff(0.1),
    "compare_images 10": matplotlib,
    "SSIM ≥ 0.99": ssim,
} | {name: program(command) for name, command in PROGRAMS.items()}
NEEDS = {
    "pixelmatch 0.1": ["pixelmatch", "PIL"], "blazediff 0.1": ["blazediff"],
    "compare_images 10": ["matplotlib"], "SSIM ≥ 0.99": ["skimage", "PIL"],
}


def installed():
    """Returns the names of the peers that are there, and of those that are not."""
    names = [
        name for name in ALL
        if (shutil.which(PROGRAMS[name]("", "")[0]) if name in PROGRAMS
            else all(importlib.util.find_spec(module) for module in NEEDS[name]))]
    return names, [name for name in ALL if name not in names]


def main():
    name, expected, actual, runs = sys.argv[1:]
    compare = ALL[name]()
    for _ in range(int(runs)):
        start, work = time.perf_counter(), time.process_time()
        passes, words = compare(os.path.abspath(expected), os.path.abspath(actual))
        work, start = time.process_time() - work, time.perf_counter() - start
        print(f"{start * 1e3:.3f} {work * 1e3:.3f}", passes, words)


if __name__ == "__main__":
    main()
