"""Counts checks of pages."""


class Checks:
    """Counts the checks that pass and prints those that fail."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def __call__(self, name, passes, *values):
        if passes:
            self.passed += 1
        else:
            self.failed += 1
            print(f"failed: {name} {values if values else ''}")
