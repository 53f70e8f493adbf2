#!/usr/bin/env python3
"""Packs seeded images under AddressSanitizer and UndefinedBehaviorSanitizer, and unpacks them.

    python3 Benchmarks/packing/fuzz.py [--count 10000] [--first 1]

Each stream is unpacked by zlib, by libdeflate and by libpng, which must give the rows and the
pixels back. Runs once with the processor's instructions and once without; exit status 1 if an image
fails, with its seed.
"""

import argparse
import subprocess
import sys
import tempfile

from packing import compiled


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=10000)
    parser.add_argument("--first", type=int, default=1)
    options = parser.parse_args()
    status = 0
    with tempfile.TemporaryDirectory(prefix="burin-fuzz-") as folder:
        for name, flags in (("with this processor's instructions", []),
                            ("without", ["-D__builtin_cpu_supports(name)=0"])):
            program = compiled("fuzz.c", f"{folder}/fuzz", "-g", "-fsanitize=address,undefined",
                               "-fno-sanitize-recover=all", *flags)
            run = subprocess.run([program, str(options.first), str(options.count)])
            print(f"{name}: {'no failure' if run.returncode == 0 else 'FAILED'}", flush=True)
            status = status or (1 if run.returncode else 0)
    return status


if __name__ == "__main__":
    sys.exit(main())
