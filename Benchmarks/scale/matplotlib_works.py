"""The works of scale.py by matplotlib: WORK OUT [FILE COUNT]."""

import sys

import matplotlib

matplotlib.use("agg")
import matplotlib.pyplot as plt
import numpy as np

work, out = sys.argv[1:3]
count = int(sys.argv[4]) if len(sys.argv) > 4 else 0
numbers = np.fromfile(sys.argv[3], "<f8") if count else None
figure, axes = plt.subplots(figsize=(8, 5), dpi=200)
random = np.random.default_rng(7)
if work in ("line", "lineMarks"):
    axes.plot(numbers[:count], linewidth=0.72)
elif work in ("points", "pointMarks"):
    axes.scatter(numbers[0:2 * count:2], numbers[1:2 * count:2], s=2.1, alpha=0.1, linewidths=0)
elif work == "bars":
    places = np.arange(3)
    axes.bar(places - 0.2, [0.36, 0.48, 0.16], 0.4, label="P (true)")
    axes.bar(places + 0.2, [1 / 3] * 3, 0.4, label="Q (model)")
    axes.legend()
elif work == "curve":
    x = np.linspace(-6, 6, 400)

    def bell(m, s):
        return np.exp(-0.5 * ((x - m) / s) ** 2) / (s * np.sqrt(2 * np.pi))

    p, q = 0.6 * bell(-1.5, 0.8) + 0.4 * bell(2, 1), 0.5 * bell(-1, 1.2) + 0.5 * bell(2.5, 0.9)
    axes.fill_between(x, p, q, alpha=0.3)
    axes.plot(x, p)
    axes.plot(x, q)
    axes.set_title(r"$D_{KL}(P\|Q)=\sum_x P(x)\log\frac{P(x)}{Q(x)}$")
elif work == "heat":
    axes.imshow(random.random((4000, 4000)), aspect="auto", interpolation="antialiased")
elif work == "manyBars":
    axes.bar(np.arange(100_000), random.random(100_000), 0.8)
elif work == "areas":
    axes.stackplot(np.arange(100_000), random.random((20, 100_000)))
elif work == "contours":
    x, y = np.meshgrid(np.linspace(0, 12, 1000), np.linspace(0, 8, 1000))
    axes.contour(x, y, np.sin(x) * np.cos(1.3 * y), levels=np.arange(1, 10) / 5 - 1)
elif work == "categories":
    axes.bar([f"c{i}" for i in range(100_000)], np.arange(100_000) % 97)
figure.savefig(out)
