"""The peers' comparisons, each as a function from two paths to (passes, output).

`python3 peers.py NAME EXPECTED ACTUAL RUNS` prints the milliseconds of each call, without the time
that Python and the imports take, and the verdict.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time


def pixelmatch(threshold):
    def compare(expected, actual):
        from PIL import Image
        from pixelmatch.contrib.PIL import pixelmatch as count
        first, second = (Image.open(path).convert("RGBA") for path in (expected, actual))
        if first.size != second.size:
            return False, "other size"
        differing = count(first, second, threshold=threshold)
        return differing == 0, f"{differing} px"
    return compare


def blazediff(threshold):
    def compare(expected, actual):
        from blazediff import compare as run
        result = run(expected, actual, threshold=threshold)
        return result.match_result, f"{result.diff_count} px"
    return compare


def matplotlib(expected, actual):
    from matplotlib.testing.compare import compare_images
    # It writes a picture of the difference next to the actual one.
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copy(actual, f"{folder}/actual.png")
        try:
            failure = compare_images(expected, copy, tol=10, in_decorator=True)
        except Exception as error:  # It throws a specific exception for different sizes.
            return False, type(error).__name__
    return failure is None, "" if failure is None else f"rms {failure['rms']:.1f}"


def ssim(expected, actual):
    import numpy
    from PIL import Image
    from skimage.metrics import structural_similarity
    first, second = (numpy.asarray(Image.open(path).convert("RGB")) for path in (expected, actual))
    if first.shape != second.shape:
        return False, "other size"
    score = structural_similarity(first, second, channel_axis=2)
    return bool(score >= 0.99), f"{score:.5f}"


def imagemagick(expected, actual):
    run = subprocess.run(
        ["compare", "-metric", "AE", "-fuzz", "5%", expected, actual, "null:"],
        capture_output=True, text=True)
    return run.returncode == 0, f"{run.stderr.split()[0] if run.stderr else '?'} px"


# Each with the default setting of its documentation or its users.
ALL = {
    "pixelmatch 0.1": pixelmatch(0.1),
    "blazediff 0.1": blazediff(0.1),
    "compare_images 10": matplotlib,
    "SSIM ≥ 0.99": ssim,
    "ImageMagick 5 %": imagemagick,
}


def main():
    name, expected, actual, runs = sys.argv[1:]
    compare = ALL[name]
    for _ in range(int(runs)):
        start = time.perf_counter()
        passes, words = compare(os.path.abspath(expected), os.path.abspath(actual))
        print(f"{(time.perf_counter() - start) * 1e3:.3f}", passes, words)


if __name__ == "__main__":
    main()
