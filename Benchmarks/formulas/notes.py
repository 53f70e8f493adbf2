#!/usr/bin/env python3
"""Sets the formulas of folders with Markdown notes, and compares their boxes with LuaLaTeX's.

    swift build -c release --package-path Benchmarks/formulas
    Benchmarks/formulas/notes.py --typeset Benchmarks/formulas/.build/release/Typeset FOLDER ...

Formulas between $ … $ and $$ … $$ are collected from all .md files, each one once; code is left
out. The script prints how many of them Burin sets, what it says about the others, and, where
lualatex is installed, the differences of width, height and depth in points at 10 points, for
formulas that LuaLaTeX sets without an error and as a single line. Scripts/tex-reference/run names
the packages that LuaLaTeX needs.

Two settings differ from unicode-math's: \\boldsymbol is \\symbfit, since the math font has no bold
version, and \\mathitalicsmode is 1, since Burin keeps italic corrections as the MATH table says
(--italics 0 leaves LuaTeX's own rule).
"""

import argparse
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import tempfile

DOCUMENT = r"""\documentclass{article}
\usepackage[no-math]{fontspec}
\usepackage{amsmath,mathtools}
\usepackage[mathrm=sym,mathit=sym,mathbf=sym,mathsf=sym,mathtt=sym]{unicode-math}
\usepackage{cancel}
\setmainfont{Noto Sans CJK SC}
\setmathfont{TeX Gyre Pagella Math}
\let\boldsymbol\symbfit
\let\bm\symbfit
\begin{document}
\directlua{dofile("boxes.lua")}
\end{document}
"""

# A paragraph for each formula: TeX gives up after a hundred errors in one.
BOXES = r"""
tex.mathitalicsmode = ITALICS
tex.mathdelimitersmode = 2 * ITALICS
local out = assert(io.open("boxes.txt", "w"))
local point = tex.sp("1pt")
function box(index)
  local box = tex.box[0]
  out:write(string.format("%d %.5f %.5f %.5f\n",
    index, box.width / point, box.height / point, box.depth / point))
end
function finish() out:close() end
local index = 0
for line in io.lines("formulas.txt") do
  index = index + 1
  tex.print("\\typeout{@@" .. index .. "}\\begingroup")
  tex.print("\\setbox0\\hbox{$\\csname @displaytrue\\endcsname\\displaystyle " .. line .. "$}")
  tex.print("\\directlua{box(" .. index .. ")}\\endgroup x\\par")
end
tex.print("\\directlua{finish()}")
"""

DISPLAYED = r"\\begin\{(align|equation|gather|eqnarray|split|multline|CD)\*?\}"
ENVIRONMENT = re.compile(r"\\begin\{(\w+\*?)\}.*\\end\{\1\}")
# unicode-math's alphabets need braces as a script: x^\mathrm{T} is an error there.
BARE_SCRIPT = re.compile(
    r"([\^_])\s*(\\(?:math\w+|boldsymbol|text\w*|operatorname|bar|hat|bm)\s*\{[^{}]*\})")


def collect(folders):
    """Returns the distinct formulas of all Markdown files, in the order of their places."""
    found = {}
    for folder in folders:
        for path in sorted(pathlib.Path(folder).rglob("*.md")):
            text = path.read_text(encoding="utf-8", errors="replace")
            text = re.sub(r"`[^`\n]*`", "", re.sub(r"```.*?```", "", text, flags=re.S))
            pattern = r"\$\$(.+?)\$\$|(?<![\\$])\$(?!\s)((?:\\.|[^$\\\n])+?)(?<!\s)\$(?!\d)"
            for match in re.finditer(pattern, text, re.S):
                formula = (match[1] or match[2]).strip()
                if match[1]:
                    formula = re.sub(r"^\s*>\s?", "", formula, flags=re.M)
                if formula and "\n\n" not in formula and "%" not in formula:
                    found[" ".join(formula.split())] = None
    return list(found)


def is_comparable(formula):
    """Whether a formula is one line of what LaTeX's math mode allows, in letters of both fonts."""
    if re.search(DISPLAYED + r"|\\(tag|label|def|newcommand|let)\b", formula):
        return False
    outside = ENVIRONMENT.sub("", formula)
    if "\\\\" in outside or re.search(r"(?<!\\)&", outside):
        return False
    return not re.search(r"[^\x00-\x7f\u4e00-\u9fff，。、：；（）]", formula)


def burin_sizes(typeset, formulas):
    run = subprocess.run(
        [typeset, "--sizes"], input="".join(f + "\n" for f in formulas), text=True,
        capture_output=True, check=True)
    return run.stdout.splitlines()


def tex_sizes(formulas, italics):
    """Returns sizes by index, and the indices of formulas with which LuaLaTeX found fault."""
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work)
        (folder / "boxes.tex").write_text(DOCUMENT)
        (folder / "boxes.lua").write_text(BOXES.replace("ITALICS", str(italics)))
        (folder / "formulas.txt").write_text("".join(f + "\n" for f in formulas))
        subprocess.run(
            ["lualatex", "--interaction=nonstopmode", "boxes.tex"], cwd=work,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        sizes = {}
        for line in (folder / "boxes.txt").read_text().splitlines():
            index, *numbers = line.split()
            sizes[int(index)] = [float(number) for number in numbers]
        faulty, current = set(), 0
        for line in (folder / "boxes.log").read_text(errors="replace").splitlines():
            if marker := re.match(r"@@(\d+)", line):
                current = int(marker[1])
            elif line.startswith("!") or "Missing character" in line:
                faulty.add(current)
        return sizes, faulty


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", metavar="FOLDER")
    parser.add_argument("--typeset", required=True, help="the program Typeset, built for release")
    parser.add_argument("--italics", type=int, choices=(0, 1), default=1)
    parser.add_argument("--list", type=int, default=20, help="how many differences to print")
    options = parser.parse_args()

    formulas = collect(options.folders)
    ours = burin_sizes(os.path.abspath(options.typeset), formulas)
    refused = [line[2:] for line in ours if line.startswith("!")]
    print(f"{len(formulas) - len(refused)} of {len(formulas)} formulas are set "
          f"({1 - len(refused) / max(1, len(formulas)):.2%})")
    for line in refused:
        print("  " + line)
    if not shutil.which("lualatex"):
        print("lualatex is not installed: boxes are not compared")
        return

    chosen = [BARE_SCRIPT.sub(r"\1{\2}", f) for f, line in zip(formulas, ours)
              if not line.startswith("!") and is_comparable(f)]
    _, faulty = tex_sizes(chosen, options.italics)
    # An error can spoil what follows, so the sound ones are set again by themselves.
    chosen = [f for index, f in enumerate(chosen, 1) if index not in faulty]
    theirs, faulty = tex_sizes(chosen, options.italics)
    differences = []
    for index, line in enumerate(burin_sizes(os.path.abspath(options.typeset), chosen), 1):
        if index in theirs and index not in faulty and not line.startswith("!"):
            parts = [float(a) - b for a, b in zip(line.split(), theirs[index])]
            differences.append((max(abs(part) for part in parts), parts, chosen[index - 1]))
    if not differences:
        print("no formula can be compared")
        return
    differences.sort(key=lambda entry: entry[0])
    sizes = [entry[0] for entry in differences]
    print(f"boxes of {len(sizes)} formulas at 10 points: median difference "
          f"{statistics.median(sizes):.4f} pt, 95 % within {sizes[len(sizes) * 95 // 100]:.2f} pt, "
          f"{sum(size <= 0.3 for size in sizes) / len(sizes):.1%} within 0.3 pt")
    for size, parts, formula in reversed(differences[max(0, len(sizes) - options.list):]):
        print("  " + " ".join(f"{part:+.2f}" for part in parts), formula[:100])


if __name__ == "__main__":
    main()
