"""Runs programs and tells how long they took and how much memory they had at most."""

import os
import shutil
import subprocess
import tempfile
import time

# A process that Python starts begins with Python's own memory on its account; the program `time`
# is small.
TIME = shutil.which("time")


def timed(command):
    """(exit status, output, milliseconds) of a run."""
    start = time.perf_counter()
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return run.returncode, run.stdout.decode(errors="replace"), (time.perf_counter() - start) * 1e3


def peak(command):
    """The most memory of a run, in bytes; nan where the program `time` is missing."""
    if TIME is None:
        return float("nan")
    with tempfile.TemporaryDirectory() as folder:
        report = os.path.join(folder, "time")
        subprocess.run([TIME, "-f", "%M", "-o", report, *command], stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        with open(report) as file:
            return int(file.read().split()[-1]) * 1024
