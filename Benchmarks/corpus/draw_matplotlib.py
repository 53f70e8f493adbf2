"""Draws all charts with matplotlib: `python draw_matplotlib.py FOLDER`."""

import os
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from charts import all_charts

print(matplotlib.__version__)
for name, _, kind, chart in all_charts():
    width, height = chart["pixels"]
    plt.rcParams["font.size"] = chart["size"]
    figure, axes = plt.subplots(figsize=(width / 100, height / 100), facecolor=chart["background"])
    axes.set_facecolor(chart["background"])
    axes.grid(color=chart["grid"], linewidth=0.8)
    axes.set_axisbelow(True)
    places = range(4)
    style = {"alpha": chart["opacity"]}
    line = (0, tuple(map(float, chart["dash"].split(",")))) if chart["dash"] else "solid"
    for values, color, label in zip(
            [chart["values"], chart["other"]], [chart["color"], chart["second"]], chart["legend"]):
        if kind == "bar":
            axes.bar(places, values, color=color, label=label, edgecolor="#222222",
                     linewidth=chart["width"], linestyle=line, width=0.5 + chart["marker"] / 30,
                     **style)
        elif kind == "line":
            axes.plot(places, values, color=color, label=label, linewidth=chart["width"],
                      linestyle=line, marker="o", markersize=chart["marker"], **style)
        else:
            axes.scatter(places, values, s=chart["marker"] ** 2, color=color, label=label,
                         edgecolors="#222222", linewidths=chart["width"], linestyle=line, **style)
    axes.set_xticks(list(places), chart["labels"])
    axes.set_title(chart["title"])
    axes.set_xlabel(chart["x"])
    axes.set_ylabel(chart["y"])
    axes.text(0.98, 0.04, chart["note"], transform=axes.transAxes, ha="right")
    axes.legend(loc="upper left")
    figure.savefig(f"{sys.argv[1]}/{name}.png", dpi=100, metadata={"Software": None})
    plt.close(figure)
