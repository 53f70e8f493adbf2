"""Runs programs and measures their time and peak memory."""

import os
import shutil
import subprocess
import tempfile
import time

# The peak of a process started by Python includes Python's own memory; the program `time` is small.
TIME = shutil.which("time")


def timed(command):
    """Returns (exit status, output, milliseconds) of a run."""
    start = time.perf_counter()
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return run.returncode, run.stdout.decode(errors="replace"), (time.perf_counter() - start) * 1e3


def clocked(command):
    """Returns the milliseconds of a run on the clock and of the processors."""
    start = time.perf_counter()
    null = (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)
    process = os.posix_spawnp(
        command[0], command, dict(os.environ), file_actions=[null, (os.POSIX_SPAWN_DUP2, 1, 2)])
    used = os.wait4(process, 0)[2]
    return (time.perf_counter() - start) * 1e3, (used.ru_utime + used.ru_stime) * 1e3


def peak(command):
    """Returns the peak memory of a run, in bytes; nan if the program `time` is missing."""
    if TIME is None:
        return float("nan")
    with tempfile.TemporaryDirectory() as folder:
        report = os.path.join(folder, "time")
        subprocess.run([TIME, "-f", "%M", "-o", report, *command], stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        with open(report) as file:
            return int(file.read().split()[-1]) * 1024
