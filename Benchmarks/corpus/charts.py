"""Charts with one fault each, as parameters that any renderer draws."""

import copy

BASE = {
    "title": "Sales 2026", "x": "quarter", "y": "tonnes", "labels": ["Q1", "Q2", "Q3", "Q4"],
    "values": [3.2, -1.4, 4.8, 2.6], "other": [2.1, 1.2, 3.3, 3.9], "note": "total 9.2",
    "color": "#1f77b4", "second": "#d95f02", "grid": "#e9e9e9", "width": 1.5, "dash": "",
    "marker": 6.0, "opacity": 0.7, "size": 11.0, "legend": ["north", "south"], "background": "#ffffff",
    "pixels": (480, 360),
}


def fault(**changes):
    chart = copy.deepcopy(BASE)
    chart.update(changes)
    return chart


# What is wrong, and the chart with it.
FAULTS = [
    ("a digit of the title", fault(title="Sales 2028")),
    ("a letter of the title", fault(title="Sates 2026")),
    ("a digit of the note", fault(note="total 9.3")),
    ("a lost minus sign", fault(values=[3.2, 1.4, 4.8, 2.6])),
    ("a value by 1 %", fault(values=[3.2, -1.4, 4.848, 2.6])),
    ("two labels swapped", fault(labels=["Q1", "Q3", "Q2", "Q4"])),
    ("two values swapped", fault(values=[3.2, -1.4, 2.6, 4.8])),
    ("one step of a colour", fault(color="#1f77b5")),
    ("a paler colour", fault(color="#3787c4")),
    ("a grid that is gone", fault(grid="#ffffff")),
    ("one step of the grid", fault(grid="#e9e9ea")),
    ("a line half a pixel wider", fault(width=2.0)),
    ("a dash", fault(dash="6,3")),
    ("a marker a pixel larger", fault(marker=7.0)),
    ("2 % of opacity", fault(opacity=0.68)),
    ("text 4 % larger", fault(size=11.44)),
    ("a legend the other way round", fault(legend=["south", "north"])),
    ("another unit", fault(y="tons")),
    ("a background one step off", fault(background="#fffffe")),
    ("a canvas one pixel wider", fault(pixels=(481, 360))),
]
KINDS = ["bar", "line", "scatter"]


def all_charts():
    """Yields (name, words, kind, chart); the first of a kind is right, and stands there twice."""
    for kind in KINDS:
        yield f"{kind}-right", "right", kind, BASE
        yield f"{kind}-again", "the same once more", kind, copy.deepcopy(BASE)
        for index, (words, chart) in enumerate(FAULTS):
            yield f"{kind}-{index:02}", words, kind, chart
