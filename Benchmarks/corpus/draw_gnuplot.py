"""Draws all charts with gnuplot's Cairo terminal: `python draw_gnuplot.py FOLDER`."""

import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from charts import all_charts

print(subprocess.run(["gnuplot", "--version"], capture_output=True, text=True).stdout.strip())
for name, _, kind, chart in all_charts():
    width, height = chart["pixels"]
    style = {"bar": "boxes fill solid", "line": "linespoints pt 7", "scatter": "points pt 7"}[kind]
    opacity = f"{round(255 * (1 - chart['opacity'])):02x}"
    dash = f" dt ({chart['dash']})" if chart["dash"] else ""
    ticks = ", ".join(f'"{label}" {i}' for i, label in enumerate(chart["labels"]))
    plots, data = [], []
    for values, color, label in zip(
            [chart["values"], chart["other"]], [chart["color"], chart["second"]], chart["legend"]):
        points = "" if kind == "bar" else f" ps {chart['marker'] / 6}"
        plots.append(f'"-" using 1:2 with {style} lw {chart["width"]}{dash}{points} '
                     f'lc rgb "#{opacity}{color[1:]}" title "{label}"')
        data.append("\n".join(f"{i} {v}" for i, v in enumerate(values)) + "\ne")
    script = f"""
set terminal pngcairo size {width},{height} font "DejaVu Sans,{chart['size'] - 2}" background "{chart['background']}"
set output "{sys.argv[1]}/{name}.png"
set title "{chart['title']}"
set xlabel "{chart['x']}"
set ylabel "{chart['y']}"
set grid lt 1 lc rgb "{chart['grid']}"
set boxwidth {0.3 + chart['marker'] / 30}
set xrange [-0.6:3.6]
set yrange [-2:6]
set xtics ({ticks})
set label "{chart['note']}" at graph 0.98,0.04 right
plot {", ".join(plots)}
"""
    subprocess.run(["gnuplot"], input=script + "\n".join(data) + "\n", text=True, check=True)
