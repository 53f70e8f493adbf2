"use strict";
const modes = [
  ["side", "Side by side"], ["swipe", "Swipe"], ["turns", "In turns"],
  ["amplified", "Amplified"], ["marks", "Marks"],
];
const calm = matchMedia("(prefers-reduced-motion: reduce)");

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

class Viewer {
  constructor(root) {
    this.root = root;
    this.width = Number(root.dataset.width);
    this.height = Number(root.dataset.height);
    this.section = root.closest(".pair");
    this.regions = [...this.section.querySelectorAll("[data-box]")];
    this.stage = root.querySelector(".stage");
    this.windows = [...root.querySelectorAll(".window")];
    this.layers = [...root.querySelectorAll(".layer")];
    this.zoom = 1;
    this.center = [this.width / 2, this.height / 2];
    this.region = -1;
    this.swipe = 0.5;
    this.gain = 8;
    root.classList.add("live");
    this.addTools();
    this.addBoxes();
    this.addDivider();
    this.addDragging();
    this.regions.forEach((button, index) => {
      button.addEventListener("click", () => this.showRegion(index));
    });
    new ResizeObserver(() => this.draw()).observe(this.stage);
    this.setMode("side");
  }

  addTools() {
    this.buttons = new Map();
    const isPair = this.windows.length > 1;
    const set = make("span", {class: "set modes", role: "group", "aria-label": "Show"});
    modes.forEach(([mode, name], index) => {
      const button = make("button", {type: "button", title: `${name} (${index + 1})`}, name);
      button.addEventListener("click", () => this.setMode(mode));
      this.buttons.set(mode, button);
      set.append(button);
    });
    const zoom = make("span", {class: "set", role: "group", "aria-label": "Zoom"});
    const zoomButtons = [
      ["−", "Farther (−)", () => this.zoomBy(1 / 1.5)],
      ["Fit", "The whole picture (0)", () => this.fit()],
      ["+", "Nearer (+)", () => this.zoomBy(1.5)],
    ];
    for (const [text, title, action] of zoomButtons) {
      const button = make("button", {type: "button", title, "aria-label": title}, text);
      button.addEventListener("click", action);
      zoom.append(button);
    }
    this.slider = make("input", {type: "range", min: "0", max: "100", step: "1"});
    this.sliderName = make("span", {});
    this.sliderValue = make("output", {});
    this.sliderLabel =
      make("label", {}, this.sliderName, this.slider, this.sliderValue);
    this.slider.addEventListener("input", () => {
      const value = Number(this.slider.value);
      if (this.mode === "swipe") this.swipe = value / 100;
      else this.gain = 2 ** (value / 100 * 7);
      this.draw();
    });
    const help = make("button", {type: "button", title: "Keys (?)", "aria-label": "Keys"}, "?");
    help.addEventListener("click", () => document.getElementById("help").showModal());
    this.boxButton = make("button", {type: "button", title: "Boxes (b)"}, "Boxes");
    this.boxButton.addEventListener("click", () => this.toggleBoxes());
    const tools = isPair ? [set, zoom] : [zoom];
    if (this.regions.length) tools.push(this.boxButton);
    tools.push(help);
    if (isPair) tools.push(this.sliderLabel);
    this.root.prepend(make("div", {class: "tools"}, ...tools));
  }

  addDivider() {
    this.divider = make("div", {class: "divider"});
    this.stage.append(this.divider);
    const move = (event) => {
      const box = this.stage.getBoundingClientRect();
      this.swipe = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
      this.draw();
    };
    this.divider.addEventListener("pointerdown", (event) => {
      this.divider.setPointerCapture(event.pointerId);
      event.preventDefault();
    });
    this.divider.addEventListener("pointermove", (event) => {
      if (this.divider.hasPointerCapture(event.pointerId)) move(event);
    });
  }

  addDragging() {
    for (const pane of this.windows) {
      let last = null;
      pane.addEventListener("pointerdown", (event) => {
        if (this.zoom <= 1) return;
        last = [event.clientX, event.clientY];
        pane.setPointerCapture(event.pointerId);
        event.preventDefault();
      });
      pane.addEventListener("pointermove", (event) => {
        if (!last || !pane.hasPointerCapture(event.pointerId)) return;
        this.center[0] -= (event.clientX - last[0]) / this.scale;
        this.center[1] -= (event.clientY - last[1]) / this.scale;
        last = [event.clientX, event.clientY];
        this.draw();
      });
      pane.addEventListener("pointerup", () => { last = null; });
      pane.addEventListener("dblclick", (event) => {
        const box = pane.getBoundingClientRect();
        this.center = [
          this.center[0] + (event.clientX - box.left - box.width / 2) / this.scale,
          this.center[1] + (event.clientY - box.top - box.height / 2) / this.scale,
        ];
        this.zoomBy(2);
      });
      pane.addEventListener("wheel", (event) => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        this.zoomBy(2 ** (-event.deltaY / 200));
      }, {passive: false});
    }
  }

  setMode(mode) {
    if (this.windows.length < 2) mode = "side";
    this.mode = mode;
    this.root.dataset.mode = mode;
    for (const [name, button] of this.buttons) {
      button.setAttribute("aria-pressed", String(name === mode));
    }
    clearInterval(this.timer);
    this.root.classList.remove("turned");
    if (mode === "turns" && !calm.matches) {
      this.timer = setInterval(() => this.turn(), 600);
    }
    const isSwipe = mode === "swipe";
    this.sliderLabel.hidden = !isSwipe && mode !== "amplified";
    this.sliderLabel.style.display = this.sliderLabel.hidden ? "none" : "";
    this.sliderName.textContent = isSwipe ? "Expected" : "Amplified";
    this.draw();
  }

  turn() { this.root.classList.toggle("turned"); }

  fit() {
    this.choose(-1);
    this.zoom = 1;
    this.center = [this.width / 2, this.height / 2];
    this.draw();
  }

  zoomBy(factor) {
    this.zoom = Math.min(200, Math.max(1, this.zoom * factor));
    this.draw();
  }

  // Each region's box, in each layer; of very many regions only the first.
  addBoxes() {
    this.boxes = this.regions.slice(0, 300).map((button) => {
      const place = button.dataset.box.split(" ").map(Number);
      const boxes = this.layers.map(() => make("div", {class: "box"}));
      this.layers.forEach((layer, index) => layer.append(boxes[index]));
      return {place, boxes};
    });
    this.toggleBoxes();
  }

  toggleBoxes() {
    const isOn = this.root.classList.toggle("boxed");
    this.boxButton.setAttribute("aria-pressed", String(isOn));
  }

  choose(index) {
    this.region = index;
    this.regions.forEach((button, other) => {
      button.setAttribute("aria-pressed", String(other === index));
    });
    this.boxes.forEach(({boxes}, other) => {
      for (const box of boxes) box.classList.toggle("chosen", other === index);
    });
  }

  showRegion(index) {
    if (!this.regions.length) return;
    index = (index + this.regions.length) % this.regions.length;
    this.choose(index);
    const [x, y, width, height] = this.regions[index].dataset.box.split(" ").map(Number);
    this.center = [x + width / 2, y + height / 2];
    const window = this.visibleWindow();
    // A region fills at most half of the view, and a pixel at most 24 of the screen's.
    const scale = Math.min(
      window.clientWidth / 2 / width, window.clientHeight / 2 / height, 24);
    this.zoom = Math.max(1, scale / this.fitScale);
    this.draw();
    const list = this.regions[index].closest("ol");
    if (list.scrollHeight > list.clientHeight) {
      this.regions[index].scrollIntoView({block: "nearest"});
    }
  }

  visibleWindow() { return this.windows.find((pane) => pane.offsetParent !== null); }

  draw() {
    const visible = this.visibleWindow();
    if (!visible) return;
    const across = visible.clientWidth;
    const limit = Math.max(220, innerHeight * 0.75);
    this.fitScale = Math.min(across / this.width, limit / this.height, 4);
    const down = this.height * this.fitScale;
    this.scale = this.fitScale * this.zoom;
    this.root.classList.toggle("near", this.scale * devicePixelRatio >= 2);
    this.root.classList.toggle("zoomed", this.zoom > 1);
    const offsets = [[across, this.width], [down, this.height]].map(([view, size], axis) => {
      const extent = size * this.scale;
      if (extent <= view) {
        this.center[axis] = size / 2;
        return (view - extent) / 2;
      }
      const half = view / 2 / this.scale;
      this.center[axis] = Math.min(size - half, Math.max(half, this.center[axis]));
      return view / 2 - this.center[axis] * this.scale;
    });
    for (const pane of this.windows) pane.style.height = `${down + 2}px`;
    for (const layer of this.layers) {
      layer.style.transform =
        `translate(${offsets[0]}px, ${offsets[1]}px) scale(${this.scale})`;
    }
    // Boxes are drawn in the picture's pixels; their line and their gap are the screen's.
    const pixel = 1 / this.scale;
    this.stage.style.setProperty("--pixel", `${pixel}px`);
    for (const {place: [x, y, width, height], boxes} of this.boxes) {
      for (const box of boxes) {
        box.style.left = `${x - 3 * pixel}px`;
        box.style.top = `${y - 3 * pixel}px`;
        box.style.width = `${width + 6 * pixel}px`;
        box.style.height = `${height + 6 * pixel}px`;
      }
    }
    this.stage.style.setProperty("--swipe", `${this.swipe * 100}%`);
    this.stage.style.setProperty("--gain", String(this.gain));
    const isSwipe = this.mode === "swipe";
    this.slider.value = String(isSwipe ? this.swipe * 100 : Math.log2(this.gain) / 7 * 100);
    this.sliderValue.textContent =
      isSwipe ? `${Math.round(this.swipe * 100)} %` : `${this.gain.toFixed(0)} ×`;
  }

  move(step) {
    if (this.mode === "swipe") {
      this.swipe = Math.min(1, Math.max(0, this.swipe + step * 0.02));
    } else if (this.mode === "amplified") {
      this.gain = Math.min(128, Math.max(1, this.gain * 2 ** (step / 2)));
    } else {
      return false;
    }
    this.draw();
    return true;
  }
}

const sections = [...document.querySelectorAll(".pair")];
const viewers = new Map(
  [...document.querySelectorAll(".viewer")].map((root) => {
    const viewer = new Viewer(root);
    return [viewer.section, viewer];
  }));
let current = 0;

function setCurrent(index, scrolls) {
  if (!sections.length) return;
  current = Math.min(sections.length - 1, Math.max(0, index));
  sections.forEach((section, other) => {
    section.classList.toggle("current", sections.length > 1 && other === current);
  });
  if (scrolls) {
    sections[current].scrollIntoView({behavior: calm.matches ? "auto" : "smooth"});
  }
}
sections.forEach((section, index) => {
  for (const kind of ["pointerdown", "focusin"]) {
    section.addEventListener(kind, () => setCurrent(index, false));
  }
});
setCurrent(0, false);

for (const cell of document.querySelectorAll(".changes del, .changes ins")) {
  const color = cell.textContent.match(/^#[0-9a-f]{6}([0-9a-f]{2})?/i);
  if (!color) continue;
  const swatch = make("span", {class: "swatch", "aria-hidden": "true"});
  swatch.style.background = color[0];
  cell.prepend(swatch);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const isSlider = event.target instanceof HTMLInputElement;
  if (isSlider && event.key.startsWith("Arrow")) return;
  const help = document.getElementById("help");
  if (help.open) return;
  const viewer = viewers.get(sections[current]);
  const number = "12345".indexOf(event.key);
  let isUsed = true;
  if (event.key === "?") help.showModal();
  else if (event.key === "j") setCurrent(current + 1, true);
  else if (event.key === "k") setCurrent(current - 1, true);
  else if (!viewer) isUsed = false;
  else if (number >= 0 && event.key.length === 1) viewer.setMode(modes[number][0]);
  else if (event.key === "n") viewer.showRegion(viewer.region + 1);
  else if (event.key === "p") viewer.showRegion(Math.max(viewer.region, 0) - 1);
  else if (event.key === "+" || event.key === "=") viewer.zoomBy(1.5);
  else if (event.key === "-" || event.key === "−") viewer.zoomBy(1 / 1.5);
  else if (event.key === "0") viewer.fit();
  else if (event.key === "b") viewer.toggleBoxes();
  else if (event.key === "ArrowLeft") isUsed = viewer.move(-1);
  else if (event.key === "ArrowRight") isUsed = viewer.move(1);
  else if (turns(viewer, event)) {
    clearInterval(viewer.timer);
    viewer.turn();
  } else isUsed = false;
  if (isUsed) event.preventDefault();
});

// Space on another button presses that one.
function turns(viewer, event) {
  const isOther = event.target instanceof HTMLButtonElement
    && event.target !== viewer.buttons.get("turns");
  return event.key === " " && viewer.mode === "turns" && !isOther;
}
document.addEventListener("keyup", (event) => {
  const viewer = viewers.get(sections[current]);
  if (viewer && turns(viewer, event)) event.preventDefault();
});
