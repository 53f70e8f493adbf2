"""Draws all charts as SVG in a headless Chromium: `python draw_chromium.py FOLDER`."""

import html
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from charts import all_charts


def svg(kind, chart):
    width, height = chart["pixels"]
    y = lambda value: 230 - 32 * value
    x = lambda index: 110 + 90 * index
    dash = f'stroke-dasharray="{chart["dash"]}"' if chart["dash"] else ""
    parts = [f'<rect width="{width}" height="{height}" fill="{chart["background"]}"/>']
    for value in range(-2, 6):
        parts.append(f'<path d="M60,{y(value)}H440" stroke="{chart["grid"]}"/>'
                     f'<text x="40" y="{y(value) + 4}">{value}</text>')
    rows = zip([chart["values"], chart["other"]], [chart["color"], chart["second"]], chart["legend"])
    for row, (values, color, label) in enumerate(rows):
        places = [(x(i) + 12 * row, y(v)) for i, v in enumerate(values)]
        paint = f'fill="{color}" stroke="#222" stroke-width="{chart["width"]}" {dash}'
        body = []
        if kind == "bar":
            side = 14 + chart["marker"]
            body = [f'<rect x="{px - 10}" y="{min(py, y(0))}" width="{side}" '
                    f'height="{abs(py - y(0))}" {paint}/>' for px, py in places]
        elif kind == "line":
            points = " ".join(f"{px},{py}" for px, py in places)
            body = [f'<polyline points="{points}" fill="none" stroke="{color}" '
                    f'stroke-width="{chart["width"]}" {dash}/>']
            body += [f'<circle cx="{px}" cy="{py}" r="{chart["marker"] / 2}" fill="{color}"/>'
                     for px, py in places]
        else:
            body = [f'<circle cx="{px}" cy="{py}" r="{chart["marker"] / 2}" {paint}/>'
                    for px, py in places]
        parts.append(f'<g opacity="{chart["opacity"]}">' + "".join(body) + "</g>")
        parts.append(f'<text x="70" y="{60 + 16 * row}" fill="{color}">{label}</text>')
    for index, label in enumerate(chart["labels"]):
        parts.append(f'<text x="{x(index)}" y="320">{label}</text>')
    for place, text in [("150,30", chart["title"]), ("230,345", chart["x"]), ("10,180", chart["y"]),
                        ("370,290", chart["note"])]:
        px, py = place.split(",")
        parts.append(f'<text x="{px}" y="{py}">{html.escape(text)}</text>')
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'style="display:block" font-family="DejaVu Sans" font-size="{chart["size"]}">'
            + "".join(parts) + "</svg>")


def main():
    folder = os.path.abspath(sys.argv[1])
    binary = os.environ.get("CHROMIUM", "chromium")
    print(subprocess.run([binary, "--version"], capture_output=True, text=True).stdout.strip())
    with tempfile.TemporaryDirectory() as pages:
        for name, _, kind, chart in all_charts():
            page = f"{pages}/{name}.html"
            with open(page, "w", encoding="utf-8") as output:
                output.write(f'<body style="margin:0">{svg(kind, chart)}</body>')
            width, height = chart["pixels"]
            subprocess.run(
                [binary, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                 "--force-device-scale-factor=1", f"--window-size={width},{height}",
                 f"--user-data-dir={pages}/profile", f"--screenshot={folder}/{name}.png",
                 f"file://{page}"], check=True, capture_output=True)


if __name__ == "__main__":
    main()
