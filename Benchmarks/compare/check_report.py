#!/usr/bin/env python3
"""Tests the report of `burin compare` in a headless Chromium.

    python3 Benchmarks/compare/check_report.py .build/debug/burin [--screenshots FOLDER]

It creates pairs of pictures, compares them, opens the report from file:// and operates every
control by mouse and keyboard, in windows of desktop and phone size, light and dark, and with
scripts disabled. Requires only Chromium (`apt-get install chromium`).
"""

import argparse
import os
import subprocess
import sys
import tempfile

import png
from checks import Checks
from chromium import Chromium

SCENE = """scene 400×225 #ffffffff en
title "A chart"
alt "A chart"
chart
  axis "x axis"
    tick "tick 4"
      path M300,180 L308,180 L308,190 L300,190 Z fill {color}
  mark "bar 2"
    path M100,{top} L140,{top} L140,160 L100,160 Z fill #1f5fbfff
"""


def chart(variant):
    """A page with two bars and a tick; the variant moves one and recolours another."""
    def pixel(x, y):
        top = 60 if variant == 0 else 56
        if 200 <= x < 280 and 2 * top <= y < 320:
            return (31, 95, 191)
        if 400 <= x < 480 and 200 <= y < 320:
            return (220, 220, 225) if variant == 0 else (219, 220, 225)
        if 600 <= x < 616 and 360 <= y < 380:
            return (0, 0, 0) if variant == 0 else (180, 0, 0)
        if 320 <= y < 322 and 80 <= x < 720:
            return (60, 60, 60)
        return (255, 255, 255)
    return pixel


# A name that would become an element, a quote or an entity without escaping.
HOSTILE = "<img src=x onerror=alert(1)>\"'&amp;.png"


def make_pictures(folder):
    for side, variant in (("golden", 0), ("fresh", 1)):
        path = os.path.join(folder, side)
        os.makedirs(path)
        png.write(f"{path}/chart.png", 800, 450, chart(variant))
        with open(f"{path}/chart.scene", "w") as file:
            file.write(SCENE.format(
                color="#000000ff" if variant == 0 else "#b40000ff",
                top=60 if variant == 0 else 56))
        png.write(f"{path}/same.png", 40, 30, lambda x, y: (x, y, 90))
        png.write(
            os.path.join(path, HOSTILE), 60, 40,
            lambda x, y: (200, 200, 200) if (x, y) != (30, 20) or variant == 0 else (0, 0, 0))
        png.write(
            f"{path}/size.png", 120, 80 if variant == 0 else 90,
            lambda x, y: (255, 255, 255, 0) if x < 60 else (40, 90, 60, 255), channels=4)
    png.write(f"{folder}/fresh/new.png", 50, 50, lambda x, y: (250, 240, 230))
    png.write(f"{folder}/golden/old.png", 50, 50, lambda x, y: (230, 240, 250))
    with open(f"{folder}/golden/broken.png", "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\nno")
    with open(f"{folder}/fresh/broken.png", "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\nno")


def section(name):
    return f"[...document.querySelectorAll('.pair')].find(s => s.textContent.includes('{name}'))"


def contrast(browser, check, scheme):
    """WCAG 2.2 contrast of every element that contains text, with its background."""
    worst = browser.evaluate("""(() => {
      const parse = (c) => (c.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
      const lum = ([r, g, b]) => [r, g, b].map(v => v / 255)
        .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
      let worst = [99, ''];
      for (const e of document.querySelectorAll('body *')) {
        const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
        if (!own || !e.offsetParent || e.matches('script, style')) continue;
        let back = e;
        while (back && parse(getComputedStyle(back).backgroundColor)[3] === 0) {
          back = back.parentElement;
        }
        const behind = parse(getComputedStyle(back || document.body).backgroundColor);
        const [a, b] = [lum(parse(getComputedStyle(e).color)), lum(behind)];
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (ratio < worst[0]) worst = [ratio, e.className + ': ' + e.textContent.trim()];
      }
      return worst; })()""")
    check(f"text is legible in the {scheme} scheme", worst[0] >= 4.5, worst)


def desktop(browser, url, check, shots):
    browser.size(1280, 900)
    browser.prefer(prefers_color_scheme="light")
    browser.open(url)
    requests = [event["params"]["request"]["url"] for event in browser.events
                if event.get("method") == "Network.requestWillBeSent"]
    check("the page is the only thing that is loaded",
          [r for r in requests if not r.startswith("data:")] == [url], requests)
    count = lambda selector: browser.evaluate(f"document.querySelectorAll({selector!r}).length")
    check("six pairs are shown", count(".pair") == 6, count(".pair"))
    check("the same one is only listed", count(".fine li") == 1)
    check("no name became an element", count("img[src='x']") == 0)
    check("the hostile name is shown as it is", browser.evaluate(
        "[...document.querySelectorAll('h2')].some(h => h.textContent.includes("
        "`<img src=x onerror=alert(1)>\"'&amp;.png`))"))
    check("all pictures are decoded", browser.evaluate(
        "[...document.images].every(i => i.complete && i.naturalWidth > 0)"))
    contrast(browser, check, "light")
    shots("desktop")

    viewer = f"{section('chart.png')}.querySelector('.viewer')"
    browser.evaluate(f"{viewer}.closest('.pair').id = 'chart'")
    state = lambda expression: browser.evaluate(f"(v => {expression})({viewer})")
    mode = lambda: state("v.dataset.mode")
    shown = lambda kind: state(
        f"(p => p.offsetParent !== null && getComputedStyle(p).visibility === 'visible')"
        f"(v.querySelector('.{kind}'))")
    check("side by side at first",
          mode() == "side" and shown("expected") and shown("actual") and not shown("marks"))
    check("both panes are side by side", state(
        "v.querySelector('.actual').getBoundingClientRect().left"
        " >= v.querySelector('.expected').getBoundingClientRect().right"))
    check("boxes mark the regions", state("v.querySelectorAll('.expected .box').length") >= 3)

    for number, expected in enumerate(["side", "swipe", "turns", "amplified", "marks"]):
        browser.click(f"#chart .modes button:nth-child({number + 1})")
        check(f"a click shows {expected}", mode() == expected, mode())
        shots(f"desktop-{expected}")
    check("only marks are shown", shown("marks") and not shown("expected"))

    browser.click("#chart .modes button:nth-child(2)")
    x, y, width, height = browser.evaluate(
        "(r => [r.x, r.y, r.width, r.height])"
        "(document.querySelector('#chart .stage').getBoundingClientRect())")
    browser.drag((x + width / 2, y + height / 3), (x + width / 4, y + height / 3))
    swipe = state("v.querySelector('.stage').style.getPropertyValue('--swipe')")
    check("dragging moves the swipe", abs(float(swipe.rstrip("%")) - 25) < 1.5, swipe)
    check("the swipe cuts the actual picture", "25" in state(
        "getComputedStyle(v.querySelector('.actual .window')).clipPath"), )

    browser.click("#chart .modes button:nth-child(3)")
    turned = "v.classList.contains('turned')"
    seen = set()
    for _ in range(8):
        seen.add(state(turned))
        browser.evaluate("new Promise(done => setTimeout(done, 250))")
    check("the pictures take turns", seen == {True, False}, seen)
    browser.key(" ", "Space")
    before = state(turned)
    browser.evaluate("new Promise(done => setTimeout(done, 900))")
    check("space pauses on one", state(turned) == before)
    browser.key(" ", "Space")
    check("space shows the other", state(turned) != before)

    browser.key("4")
    gain = lambda: float(state("v.querySelector('.stage').style.getPropertyValue('--gain')"))
    before = gain()
    browser.key("ArrowRight", "ArrowRight")
    check("an arrow amplifies", mode() == "amplified" and gain() > before, gain())
    browser.evaluate(f"(s => {{ s.value = 100; s.dispatchEvent(new Event('input')) }})"
                     f"({viewer}.querySelector('input'))")
    check("the slider amplifies to 128", abs(gain() - 128) < 0.01, gain())
    shots("desktop-amplified-most")

    browser.key("1")
    browser.click("#chart .regions li:nth-child(1) button")
    near = state("""(() => {
      const w = v.querySelector('.expected .window').getBoundingClientRect();
      const b = v.querySelector('.expected .box.chosen').getBoundingClientRect();
      return [Math.abs(b.x + b.width / 2 - w.x - w.width / 2),
        Math.abs(b.y + b.height / 2 - w.y - w.height / 2), b.width / w.width,
        b.height / w.height]; })()""")
    check("a region is shown near and in the middle",
          near[0] < 3 and near[1] < 3 and max(near[2], near[3]) > 0.3, near)
    shots("desktop-region")
    pressed = lambda: browser.evaluate(
        "[...document.querySelectorAll('#chart [data-box]')]"
        ".findIndex(b => b.getAttribute('aria-pressed') === 'true')")
    check("the region is chosen", pressed() == 0, pressed())
    browser.key("n")
    check("n goes to the next region", pressed() == 1, pressed())
    browser.key("p")
    browser.key("p")
    check("p goes back, round the end",
          pressed() == browser.evaluate("document.querySelectorAll('#chart [data-box]').length - 1"))
    zoom = lambda: state("new DOMMatrix(v.querySelector('.layer').style.transform).a")
    browser.key("0")
    whole = zoom()
    check("0 shows the whole picture", pressed() == -1)
    browser.key("+")
    check("+ goes nearer", abs(zoom() / whole - 1.5) < 0.01, zoom() / whole)
    place = lambda: state("v.querySelector('.layer').style.transform")
    before = place()
    x, y = browser.evaluate(
        "(r => [r.x + r.width / 2, r.y + r.height / 2])"
        "(document.querySelector('#chart .expected .window').getBoundingClientRect())")
    browser.drag((x, y), (x - 60, y - 30))
    check("dragging moves the picture", place() != before)
    check("all panes move together", state(
        "new Set([...v.querySelectorAll('.layer')].map(l => l.style.transform)).size") == 1)
    browser.key("-")
    check("− goes farther", abs(zoom() / whole - 1) < 0.01, zoom() / whole)
    browser.key("b")
    check("b hides the boxes", not state("v.classList.contains('boxed')"))
    browser.key("b")

    check("the scene's changes are listed", browser.evaluate(
        "document.querySelector('#chart .changes')?.innerText.includes('#b40000')"))
    check("colours have a swatch", count("#chart .changes .swatch") >= 2)

    current = lambda: browser.evaluate(
        "[...document.querySelectorAll('.pair')].findIndex(s => s.classList.contains('current'))")
    before = current()
    browser.key("j")
    check("j goes to the next picture", current() == before + 1, before, current())
    browser.key("k")
    check("k goes back", current() == before)
    browser.key("?")
    check("? opens the help", browser.evaluate("document.getElementById('help').open"))
    shots("desktop-help")
    browser.key("Escape", "Escape")
    check("Escape closes it", not browser.evaluate("document.getElementById('help').open"))
    check("a lone picture has no modes", browser.evaluate(
        f"(s => s.querySelectorAll('.pane').length === 1 && !s.querySelector('.modes'))"
        f"({section('new.png')})"))
    names = browser.evaluate(
        "[...document.querySelectorAll('button, input')].filter(b => !(b.textContent.trim()"
        " || b.getAttribute('aria-label') || b.closest('label'))).length")
    check("every control has a name", names == 0, names)


def tabbing(browser, url, check):
    browser.open(url)
    reached = set()
    for _ in range(60):
        browser.key("Tab", "Tab")
        reached.add(browser.evaluate(
            "document.activeElement.tagName + ' ' + document.activeElement.textContent"))
    check("all modes are reached by Tab",
          all(f"BUTTON {name}" in reached for name in
              ("Side by side", "Swipe", "In turns", "Amplified", "Marks", "Fit")))


def phone(browser, url, check, shots):
    browser.prefer(prefers_color_scheme="dark")
    browser.size(390, 844, touch=True)
    browser.open(url)
    wide = browser.evaluate("""[...document.querySelectorAll('body *')]
      .filter(e => e.offsetParent && !e.closest('.layer')
        && e.getBoundingClientRect().right > 390.5)
      .map(e => e.tagName + '.' + e.className).slice(0, 5)""")
    check("nothing is wider than a phone", wide == [], wide)
    check("the page does not scroll sideways", browser.evaluate(
        "document.documentElement.scrollWidth") <= 390)
    small = browser.evaluate("""[...document.querySelectorAll('button')]
      .filter(e => e.offsetParent && e.getBoundingClientRect().height < 43.5).length""")
    check("buttons are large enough for fingers", small == 0, small)
    tiny = browser.evaluate("""[...document.querySelectorAll('body *')]
      .filter(e => e.offsetParent && parseFloat(getComputedStyle(e).fontSize) < 12).length""")
    check("no text is smaller than 12 pixels", tiny == 0, tiny)
    check("panes are stacked", browser.evaluate(
        f"(v => v.querySelector('.actual').getBoundingClientRect().top"
        f" >= v.querySelector('.expected').getBoundingClientRect().bottom)"
        f"({section('chart.png')})"))
    check("the page is dark", browser.evaluate(
        "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).every(v => v < 60)"))
    contrast(browser, check, "dark")
    shots("phone", whole=True)
    browser.evaluate(f"{section('chart.png')}.id = 'chart'")
    browser.click("#chart .modes button:nth-child(2)")
    shots("phone-swipe")
    browser.click("#chart .regions li:nth-child(1) button")
    browser.evaluate("document.querySelector('#chart .stage').scrollIntoView()")
    shots("phone-region")


def calm(browser, url, check):
    browser.size(1280, 900)
    browser.prefer(prefers_reduced_motion="reduce")
    browser.open(url)
    browser.evaluate(f"{section('chart.png')}.id = 'chart'")
    browser.click("#chart .modes button:nth-child(3)")
    seen = set()
    for _ in range(5):
        seen.add(browser.evaluate(
            "document.querySelector('#chart .viewer').classList.contains('turned')"))
        browser.evaluate("new Promise(done => setTimeout(done, 250))")
    check("nothing moves by itself for those who asked for calm", seen == {False}, seen)


def without_scripts(browser, url, check, shots):
    browser.prefer(prefers_color_scheme="light")
    browser.size(1280, 900)
    browser.events.clear()
    browser.send("Emulation.setScriptExecutionDisabled", value=True)
    browser.send("Page.navigate", url=url)
    for _ in range(100):
        if any(event.get("method") == "Page.loadEventFired" for event in browser.events):
            break
        browser.send("Page.getLayoutMetrics")
    size = browser.send("Page.getLayoutMetrics")["cssContentSize"]
    check("without scripts the page is as wide as the window", size["width"] <= 1280, size)
    shots("without-scripts", whole=True)
    browser.send("Emulation.setScriptExecutionDisabled", value=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("burin", help="the program burin")
    parser.add_argument("--screenshots", help="a folder for pictures of the page")
    options = parser.parse_args()
    check = Checks()
    with tempfile.TemporaryDirectory(prefix="burin-report-") as folder:
        make_pictures(folder)
        report = f"{folder}/report.html"
        run = subprocess.run(
            [options.burin, "compare", f"{folder}/golden", f"{folder}/fresh", "--report", report],
            capture_output=True, text=True)
        check("the comparison reports unreadable files", run.returncode == 3, run)
        if options.screenshots:
            os.makedirs(options.screenshots, exist_ok=True)
        with Chromium() as browser:
            def shots(name, whole=False):
                if options.screenshots:
                    browser.screenshot(f"{options.screenshots}/{name}.png", whole)
            url = f"file://{report}"
            desktop(browser, url, check, shots)
            tabbing(browser, url, check)
            phone(browser, url, check, shots)
            calm(browser, url, check)
            problems = [event["params"] for event in browser.events if event.get("method") in
                        ("Runtime.exceptionThrown", "Log.entryAdded")]
            check("the console is silent", problems == [], problems)
            without_scripts(browser, url, check, shots)
    print(f"{check.passed} passed, {check.failed} failed")
    return 1 if check.failed else 0


if __name__ == "__main__":
    sys.exit(main())
