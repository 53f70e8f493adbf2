"""Drives a headless Chromium over its DevTools pipe, with only Python's standard library."""

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time


class Chromium:
    """A browser with one page. Use it in a `with` statement."""

    def __init__(self, binary=None):
        binary = binary or shutil.which("chromium") or shutil.which("google-chrome")
        if binary is None:
            raise SystemExit("chromium is missing: apt-get install chromium")
        self.profile = tempfile.mkdtemp(prefix="burin-chromium-")
        to_browser, self.output = os.pipe()
        self.input, from_browser = os.pipe()
        arguments = [
            binary, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            "--remote-debugging-pipe", f"--user-data-dir={self.profile}", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "about:blank",
        ]

        # The browser reads commands from descriptor 3 and writes answers to 4.
        def place():
            os.dup2(to_browser, 103)
            os.dup2(from_browser, 104)
            os.dup2(103, 3)
            os.dup2(104, 4)

        self.process = subprocess.Popen(
            arguments, preexec_fn=place, close_fds=False, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.number = 0
        self.pending = b""
        self.events = []
        targets = self.send("Target.getTargets", session=False)["targetInfos"]
        page = next(target for target in targets if target["type"] == "page")
        self.session = self.send(
            "Target.attachToTarget", session=False, targetId=page["targetId"], flatten=True
        )["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.send("Browser.close", session=False)
        except (OSError, RuntimeError):
            pass
        self.process.wait(timeout=20)
        os.close(self.output)
        os.close(self.input)
        shutil.rmtree(self.profile, ignore_errors=True)

    def send(self, method, session=True, **parameters):
        """Sends a command and returns its result; events received in the meantime are kept."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = self.session
        os.write(self.output, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def _read(self):
        while b"\0" not in self.pending:
            if not select.select([self.input], [], [], 30)[0]:
                raise RuntimeError("the browser does not answer")
            piece = os.read(self.input, 1 << 16)
            if not piece:
                raise RuntimeError("the browser has ended")
            self.pending += piece
        message, self.pending = self.pending.split(b"\0", 1)
        return json.loads(message)

    def open(self, url):
        """Opens a page and waits until it is loaded."""
        self.events.clear()
        self.send("Page.navigate", url=url)
        deadline = time.monotonic() + 30
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            if time.monotonic() > deadline:
                raise RuntimeError(f"{url} does not load")
            self.evaluate("0")
        self.frames()

    def evaluate(self, expression):
        """Returns the value of a JavaScript expression, awaiting promises."""
        result = self.send(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(f"{expression}: {result['exceptionDetails']}")
        return result["result"].get("value")

    def frames(self):
        """Waits until changes are drawn."""
        self.evaluate(
            "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def size(self, width, height, touch=False):
        """Sets the size of the window, in CSS pixels."""
        self.send(
            "Emulation.setDeviceMetricsOverride", width=width, height=height,
            deviceScaleFactor=1, mobile=touch)
        self.send("Emulation.setTouchEmulationEnabled", enabled=touch)
        self.frames()

    def prefer(self, **features):
        """Sets media features, such as prefers_color_scheme="dark"."""
        self.send(
            "Emulation.setEmulatedMedia",
            features=[{"name": name.replace("_", "-"), "value": value}
                      for name, value in features.items()])
        self.frames()

    def key(self, key, code=None, text=None):
        """Presses and releases a key."""
        text = text if text is not None else (key if len(key) == 1 else "")
        for kind in ("keyDown", "keyUp"):
            self.send(
                "Input.dispatchKeyEvent", type=kind, key=key, code=code or "",
                windowsVirtualKeyCode={"Escape": 27, "Tab": 9, " ": 32}.get(key, 0),
                **({"text": text} if kind == "keyDown" and text else {}))
        self.frames()

    def drag(self, start, end):
        """Presses the mouse at a point, moves it to another and releases it."""
        (x, y), (to_x, to_y) = start, end
        mouse = lambda kind, x, y, **more: self.send(
            "Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", **more)
        mouse("mousePressed", x, y, clickCount=1)
        for step in range(1, 5):
            mouse("mouseMoved", x + (to_x - x) * step / 4, y + (to_y - y) * step / 4, buttons=1)
        mouse("mouseReleased", to_x, to_y, clickCount=1)
        self.frames()

    def click(self, selector):
        """Clicks the middle of the first element that a selector finds, with the mouse."""
        x, y = self.evaluate(
            f"(() => {{ const e = document.querySelector({json.dumps(selector)});"
            "e.scrollIntoView({block: 'center'}); const r = e.getBoundingClientRect();"
            "return [r.x + r.width / 2, r.y + r.height / 2]; })()")
        self.drag((x, y), (x, y))

    def screenshot(self, path, whole=False):
        """Writes a PNG of the window or of the whole page."""
        parameters = {"format": "png"}
        if whole:
            size = self.send("Page.getLayoutMetrics")["cssContentSize"]
            parameters |= {
                "captureBeyondViewport": True,
                "clip": {"x": 0, "y": 0, "width": size["width"], "height": size["height"],
                         "scale": 1},
            }
        data = self.send("Page.captureScreenshot", **parameters)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))
