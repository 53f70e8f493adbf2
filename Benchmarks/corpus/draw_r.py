"""Draws all charts with R's Cairo device: `python draw_r.py FOLDER`."""

import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from charts import all_charts


def words(values):
    return "c(" + ", ".join(f'"{value}"' for value in values) + ")"


def numbers(values):
    return "c(" + ", ".join(str(value) for value in values) + ")"


def script(path, kind, chart):
    width, height = chart["pixels"]
    opacity = f"{round(255 * chart['opacity']):02X}"
    colors = words([chart["color"] + opacity, chart["second"] + opacity])
    # Lengths of dashes and gaps as hexadecimal digits.
    dash = chart["dash"].replace(",", "") or "solid"
    lines = [
        f'png("{path}", width = {width}, height = {height}, type = "cairo", '
        f'bg = "{chart["background"]}", family = "DejaVu Sans", pointsize = {chart["size"]})',
        f"par(lwd = {chart['width']}, mar = c(4, 4, 3, 1))",
        f"values <- {numbers(chart['values'])}; other <- {numbers(chart['other'])}",
        "plot.new(); plot.window(xlim = c(0.5, 4.5), ylim = c(-2, 6))",
        f'abline(h = -2:6, col = "{chart["grid"]}", lwd = 1)',
        "axis(2, lwd = 1)",
        f"axis(1, at = 1:4, labels = {words(chart['labels'])}, lwd = 1)",
        f'title(main = "{chart["title"]}", xlab = "{chart["x"]}", ylab = "{chart["y"]}")',
        f"colors <- {colors}; rows <- list(values, other)",
    ]
    if kind == "bar":
        side = 0.15 + chart["marker"] / 60
        lines.append(
            f"for (i in 1:2) rect(1:4 + 0.35 * (i - 1.5) - {side} / 2, 0, "
            f"1:4 + 0.35 * (i - 1.5) + {side} / 2, rows[[i]], col = colors[i], "
            f'border = "#222222", lty = "{dash}")')
    elif kind == "line":
        lines.append(f'for (i in 1:2) lines(1:4, rows[[i]], col = colors[i], lty = "{dash}")')
        lines.append(
            f"for (i in 1:2) points(1:4, rows[[i]], col = colors[i], pch = 16, "
            f"cex = {chart['marker'] / 6})")
    else:
        lines.append(
            f'for (i in 1:2) points(1:4, rows[[i]], col = "#222222", bg = colors[i], pch = 21, '
            f"cex = {chart['marker'] / 4})")
    lines.append(f'text(4.5, -1.8, "{chart["note"]}", adj = c(1, 0))')
    lines.append(f'legend("topleft", legend = {words(chart["legend"])}, fill = colors, lwd = 0)')
    lines.append("invisible(dev.off())")
    return "\n".join(lines)


version = subprocess.run(["Rscript", "-e", "cat(R.version.string)"], capture_output=True, text=True,
                         check=True).stdout
print(" ".join(version.split()[:3]).replace("R version", "R"))
code = "\n".join(
    script(f"{sys.argv[1]}/{name}.png", kind, chart) for name, _, kind, chart in all_charts())
subprocess.run(["Rscript", "--vanilla", "-"], input=code, text=True, check=True)
