#!/usr/bin/env python3
"""Tests what `figures` writes for web pages in a headless Chromium: gallery, embed and watch.

    python3 Benchmarks/figures/check_pages.py .build/debug/figures [--screenshots FOLDER]

It operates every control of the gallery in windows of desktop and phone size, opens a post made of
`figures embed` light and dark, on both windows and at two densities of pixels, and changes a
parameter file under `figures watch`. Requires only Chromium (`apt-get install chromium`).
"""

import argparse
import json
import os
import pathlib
import shlex
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "compare"))
from checks import Checks  # noqa: E402
from chromium import Chromium  # noqa: E402

DESKTOP, PHONE = (1280, 900), (390, 844)


def run(figures, *words, folder, status=0):
    done = subprocess.run(
        [figures, *words], cwd=folder, capture_output=True, text=True, timeout=600)
    if done.returncode != status:
        raise SystemExit(f"figures {' '.join(words)}: {done.stderr}")
    return done.stdout


def choose(page, control, value):
    page.evaluate(
        f"(() => {{ const c = document.getElementById({json.dumps(control)}); "
        f"c.value = {json.dumps(value)}; c.dispatchEvent(new Event('change')); }})()")
    page.frames()


def search(page, words):
    page.evaluate(
        "(() => { const s = document.getElementById('search'); "
        f"s.value = {json.dumps(words)}; s.dispatchEvent(new Event('input')); }})()")
    page.frames()


def shown(page):
    return page.evaluate(
        "[...document.querySelectorAll('.picture')].filter(p => p.offsetWidth).length")


def has_no_sideways_scroll(page):
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def problems(page):
    return [
        event for event in page.events
        if event.get("method") in ("Runtime.exceptionThrown", "Network.loadingFailed")
        or event.get("method") == "Log.entryAdded"
        and event["params"]["entry"]["level"] == "error"]


def requests(page):
    return [
        event["params"]["request"]["url"] for event in page.events
        if event.get("method") == "Network.requestWillBeSent"]


def check_gallery(page, figures, folder, check, screenshots):
    run(figures, "gallery", "--out", "gallery", folder=folder)
    url = pathlib.Path(folder, "gallery", "index.html").as_uri()
    total = len(run(figures, "list", folder=folder).splitlines())
    for (width, height), name in ((DESKTOP, "desktop"), (PHONE, "phone")):
        page.prefer(prefers_color_scheme="light")
        page.size(width, height, touch=name == "phone")
        page.open(url)
        check(f"{name}: every figure has a section",
              page.evaluate("document.querySelectorAll('section.figure').length") == total)
        check(f"{name}: each is shown once", shown(page) == total, shown(page))
        check(f"{name}: the page is as wide as the window", has_no_sideways_scroll(page))
        loaded = page.evaluate(
            "Promise.all([...document.querySelectorAll('.picture:not([hidden]) img')].map(i => {"
            "i.loading = 'eager'; return i.decode().then(() => i.naturalWidth, () => 0); }))")
        check(f"{name}: all pictures load", len(loaded) == total and all(loaded), loaded)
        widths = page.evaluate(
            "[...document.querySelectorAll('.picture:not([hidden]) img')]"
            ".map(i => [i.closest('section').id, i.getBoundingClientRect().width, "
            "Number(i.getAttribute('width'))])")
        if name == "phone":
            check("phone: pictures are laid out for it",
                  all(own == 360 for _, _, own in widths), [w for w in widths if w[2] != 360])
            check("phone: no text is reduced below its size by more than a twentieth",
                  all(seen >= 0.95 * own for _, seen, own in widths), widths)
        check(f"{name}: every picture has an alternative text",
              page.evaluate("[...document.images].every(i => i.alt.length > 40)"))
        check(f"{name}: nothing is asked of a network",
              all(r.startswith(("file:", "data:")) for r in requests(page)))
        if screenshots:
            page.screenshot(f"{screenshots}/gallery.{name}.png")

        search(page, "huffman 5.1")
        check(f"{name}: search finds by words of all parts",
              page.evaluate("[...document.querySelectorAll('section.figure')]"
                            ".filter(s => !s.hidden).map(s => s.id).join()")
              == "07_cross_entropy")
        check(f"{name}: search tells its count",
              page.evaluate("document.getElementById('count').textContent")
              == f"1 of {total} figures")
        search(page, "qqqqq")
        check(f"{name}: search for nothing shows nothing", shown(page) == 0)
        search(page, "09_kl_calculation")
        choose(page, "language", "both")
        choose(page, "theme", "both")
        check(f"{name}: languages and themes side by side", shown(page) == 4, shown(page))
        check(f"{name}: pairs stay within the window", has_no_sideways_scroll(page))
        if screenshots:
            page.screenshot(f"{screenshots}/gallery.{name}.both.png")
        choose(page, "language", "en")
        choose(page, "theme", "dark")
        command = page.evaluate("document.querySelector('section:not([hidden]) code').textContent")
        check(f"{name}: the command draws what is shown",
              command.startswith("figures render 09_kl_calculation --lang en --theme dark"), command)
        run(figures, *shlex.split(command)[1:], "--format", "svg", "--out", name, folder=folder)
        made = next(pathlib.Path(folder, name).iterdir()).read_bytes()
        source = page.evaluate(
            "document.querySelector('section:not([hidden]) .picture:not([hidden]) img').src")
        check(f"{name}: and draws it to the byte",
              made == pathlib.Path(source.removeprefix("file://")).read_bytes())
        for details in ("Parameters", "Facts", "Sentences", "Alternative text", "Claims"):
            text = page.evaluate(
                "(() => { const d = [...document.querySelectorAll('#\\\\30 9_kl_calculation details')]"
                f".find(d => d.textContent.startsWith('{details}')); d.open = true; "
                "return d.innerText; })()")
            wanted = {"Parameters": "0.2,0.5,0.3", "Facts": "kl.forward", "Sentences": "P ≠ Q",
                      "Alternative text": "waterfall", "Claims": "differ"}[details]
            check(f"{name}: {details} are there", wanted in text, text[:80])
        check(f"{name}: opened tables stay within the window", has_no_sideways_scroll(page))
        check(f"{name}: the address keeps what is chosen",
              "theme=dark" in page.evaluate("location.href"), page.evaluate("location.href"))

        page.click("section:not([hidden]) .picture:not([hidden]) button")
        check(f"{name}: a click opens the picture", page.evaluate("document.querySelector('dialog').open"))
        fit = page.evaluate("document.querySelector('.stage img').getBoundingClientRect().width")
        check(f"{name}: it fits the window", fit <= width and fit > 200, fit)
        choose(page, "scale", "2")
        check(f"{name}: it grows to twice its size",
              page.evaluate("(() => { const i = document.querySelector('.stage img'); "
                            "return i.getBoundingClientRect().width; })()")
              == 2 * (360 if name == "phone" else 800))
        before = page.evaluate("document.getElementById('name').textContent")
        page.evaluate("document.getElementById('beside').selectedIndex = 3; "
                      "document.getElementById('beside').dispatchEvent(new Event('change'))")
        check(f"{name}: another stands beside it",
              page.evaluate("document.querySelectorAll('.stage img').length") == 2)
        page.evaluate("Promise.all([...document.querySelectorAll('.stage img')]"
                      ".map(i => i.decode()))")
        page.evaluate("(() => { const s = document.querySelectorAll('.stage'); "
                      "s[0].scrollLeft = 60; })()")
        page.frames()
        page.frames()
        check(f"{name}: both scroll together",
              page.evaluate("document.querySelectorAll('.stage')[1].scrollLeft") == 60)
        if screenshots:
            page.screenshot(f"{screenshots}/gallery.{name}.beside.png")
        search_before = page.evaluate("document.getElementById('search').value")
        page.key("Escape")
        check(f"{name}: Escape closes it", not page.evaluate("document.querySelector('dialog').open"))
        search(page, "")
        page.click("section:not([hidden]) .picture:not([hidden]) button")
        page.click("#next")
        after = page.evaluate("document.getElementById('name').textContent")
        check(f"{name}: there is a next picture", after != before and search_before, after)
        page.click("#close")
        check(f"{name}: the page has no errors", not problems(page), problems(page)[:2])


def check_embed(page, figures, folder, check, screenshots):
    ids = [line.split()[0] for line in run(figures, "list", folder=folder).splitlines()]
    run(figures, "render", "--theme", "light,dark", "--scale", "1,2", "--width", "own,360",
        "--format", "webp", "--out", "images", folder=folder)
    post = run(figures, "embed", "--prefix", "images/", "--width", "own,360", "--format", "webp",
               folder=folder)
    pathlib.Path(folder, "post.html").write_text(
        "<!DOCTYPE html><html><meta charset=utf-8>"
        "<meta name=viewport content='width=device-width'>"
        f"<body style='max-width:800px;margin:0 auto'>{post}", encoding="utf-8")
    for theme in ("light", "dark"):
        for (width, height), suffix in ((DESKTOP, ""), (PHONE, ".360")):
            for density in (1, 2):
                # The page before would load pictures for the next window, and keep the finer ones.
                page.open("about:blank")
                page.prefer(prefers_color_scheme=theme)
                page.send("Emulation.setDeviceMetricsOverride", width=width, height=height,
                          deviceScaleFactor=density, mobile=width < 500)
                page.open(pathlib.Path(folder, "post.html").as_uri())
                seen = page.evaluate(
                    "Promise.all([...document.images].map(i => { i.loading = 'eager'; "
                    "return i.decode().then(() => ({source: i.currentSrc.split('/').pop(), "
                    "alt: i.alt, height: i.getAttribute('height'), width: i.naturalWidth}), "
                    "() => ({source: i.currentSrc})); }))")
                name = f"{theme}, {width} px, density {density}"
                wanted = [f"{figure}.{theme}{suffix}@{density}x.webp" for figure in ids]
                check(f"embed: {name}: the right files are chosen",
                      [s["source"] for s in seen] == wanted,
                      [s["source"] for s in seen if s["source"] not in wanted])
                check(f"embed: {name}: they load and have alternative texts",
                      all(s.get("width") and len(s["alt"]) > 40 for s in seen))
                check(f"embed: {name}: none is wider than the window",
                      page.evaluate("[...document.images].every(i => "
                                    "i.getBoundingClientRect().right <= innerWidth)"))
                check(f"embed: {name}: none is reduced, so that no text is below its size",
                      page.evaluate("[...document.images].every(i => "
                                    "i.getBoundingClientRect().width >= 0.99 * "
                                    f"{360 if width < 500 else 800})"))
                if screenshots and density == 1:
                    page.screenshot(f"{screenshots}/embed.{theme}.{width}.png")


def check_watch(page, figures, folder, check, screenshots):
    post = pathlib.Path(folder, "post.json")
    post.write_text('{"09_kl_calculation": {"P": [0.6, 0.3, 0.1]}}')
    ids = ["09_kl_calculation", "06_entropy"]
    process = subprocess.Popen(
        [figures, "watch", *ids, "--parameters", "post.json", "--out", "watched"], cwd=folder,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        while process.stdout.readline().strip() != "watched/index.html":
            pass
        page.prefer(prefers_color_scheme="light")
        page.size(*DESKTOP)
        page.open(pathlib.Path(folder, "watched", "index.html").as_uri())

        def version(index=0):
            return page.evaluate(
                f"document.images[{index}] ? document.images[{index}].src : ''")

        def until(condition, limit=10):
            start = time.monotonic()
            while not condition():
                if time.monotonic() - start > limit:
                    return None
                time.sleep(0.01)
            return time.monotonic() - start

        check("watch: pictures are shown", until(lambda: version(1)) is not None)
        times = []
        for step in range(8):
            before, other = version(0), version(1)
            picture = pathlib.Path(folder, "watched", "09_kl_calculation.svg")
            stamp = picture.stat().st_mtime_ns
            p = 0.5 - step * 0.02
            post.write_text(json.dumps({"09_kl_calculation": {"P": [p, 0.3, round(0.7 - p, 9)]}}))
            taken = until(lambda: picture.stat().st_mtime_ns != stamp)
            times.append(taken if taken is not None else 99)
            check("watch: the page shows the new picture",
                  until(lambda: version(0) != before) is not None)
            check("watch: the other figure is not drawn again", version(1) == other)
        middle = statistics.median(times) * 1000
        print(f"watch: drawn again {middle:.0f} ms after a change, at most {max(times) * 1000:.0f} ms")
        check("watch: within 200 ms", middle <= 200, times)
        post.write_text('{"09_kl_calculation": {"P": [0.5, 0.3')
        told = until(lambda: "line 1" in page.evaluate("document.body.innerText"))
        check("watch: a mistake is told on the page", told is not None)
        post.write_text('{"09_kl_calculation": {"P": [0.5, 0.3, 0.2]}}')
        check("watch: and forgotten when it is mended",
              until(lambda: "line 1" not in page.evaluate("document.body.innerText")) is not None)
        if screenshots:
            page.screenshot(f"{screenshots}/watch.png")
    finally:
        process.terminate()
        process.wait(timeout=10)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("figures")
    parser.add_argument("--screenshots")
    options = parser.parse_args()
    figures = os.path.abspath(options.figures)
    screenshots = options.screenshots and os.path.abspath(options.screenshots)
    if screenshots:
        os.makedirs(screenshots, exist_ok=True)
    check = Checks()
    with tempfile.TemporaryDirectory() as folder, Chromium() as page:
        check_gallery(page, figures, folder, check, screenshots)
        check_embed(page, figures, folder, check, screenshots)
        check_watch(page, figures, folder, check, screenshots)
    print(f"{check.passed} checks passed, {check.failed} failed")
    return 1 if check.failed else 0


if __name__ == "__main__":
    sys.exit(main())
