const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const search = one("#search"), language = one("#language"), theme = one("#theme"), width = one("#width");
const sections = all("main > section"), pictures = all(".picture"), narrow = matchMedia("(max-width: 760px)");
const texts = sections.map(section => section.textContent.toLowerCase());

// What is shown: figures by words, their pictures by language, theme and width.
function show() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  sections.forEach((section, i) => {
    section.hidden = !words.every(word => texts[i].includes(word));
    if (!section.hidden && section.classList.contains("figure")) count += 1;
  });
  const size = width.value === "auto" ? (narrow.matches ? "narrow" : "own") : width.value;
  const fits = (choice, value) => choice === "both" || choice === value;
  for (const picture of pictures) {
    const own = picture.dataset;
    // A figure that needs more space than a telephone has is shown as it is.
    const isAlone = size === "narrow" && !one(`.picture[data-width="narrow"][data-language="${own.language}"]`, picture.closest("section"));
    picture.hidden = !(fits(language.value, own.language) && fits(theme.value, own.theme) && (isAlone || fits(size, own.width)));
  }
  for (const section of sections) {
    const code = one(".command code", section);
    const first = one(".picture:not([hidden])", section);
    if (code && first) code.textContent = first.dataset.command;
  }
  const total = sections.filter(section => section.classList.contains("figure")).length;
  one("#count").textContent = words.length ? `${count} of ${total} figures` : `${total} figures`;
  const state = new URLSearchParams();
  if (search.value) state.set("q", search.value);
  for (const control of [language, theme, width]) {
    if (control.value !== control.dataset.standard) state.set(control.id, control.value);
  }
  const address = state.size ? `?${state}` : location.pathname;
  try { history.replaceState(null, "", address + location.hash); } catch { /* some browsers refuse for files */ }
}
const given = new URLSearchParams(location.search);
search.value = given.get("q") ?? "";
for (const control of [language, theme, width]) {
  control.dataset.standard = control.value;
  const value = given.get(control.id);
  if (value && all("option", control).some(option => option.value === value)) control.value = value;
  control.addEventListener("change", show);
}
search.addEventListener("input", show);
narrow.addEventListener("change", show);

for (const button of all(".copy")) {
  button.addEventListener("click", async () => {
    const code = one("code", button.parentElement);
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = "Copy"; }, 1500);
    } catch {
      getSelection().selectAllChildren(code);
    }
  });
}

// A picture alone or beside another, at any size.
const dialog = one("dialog"), name = one("#name"), beside = one("#beside"), scale = one("#scale");
let current = 0;
for (const [index, picture] of pictures.entries()) {
  beside.append(new Option(picture.dataset.name, index));
  one("button", picture).addEventListener("click", () => { current = index; beside.value = ""; draw(); dialog.showModal(); });
}
function draw() {
  const shown = [current, ...(beside.value === "" ? [] : [Number(beside.value)])];
  name.textContent = pictures[current].dataset.name;
  one(".stages").replaceChildren(...shown.map(index => {
    const stage = document.createElement("div"), image = one("img", pictures[index]).cloneNode();
    stage.className = "stage";
    stage.tabIndex = 0;
    image.loading = "eager";
    if (scale.value === "fit") stage.classList.add("fit");
    else image.width = Number(image.getAttribute("width")) * Number(scale.value), image.removeAttribute("height");
    stage.append(image);
    return stage;
  }));
  const stages = all(".stage");
  for (const stage of stages) {
    stage.addEventListener("scroll", () => {
      for (const other of stages) {
        if (other !== stage) { other.scrollLeft = stage.scrollLeft; other.scrollTop = stage.scrollTop; }
      }
    });
  }
}
function step(by) {
  const shown = pictures.map((picture, index) => picture.hidden || picture.closest("section").hidden ? -1 : index).filter(index => index >= 0);
  const place = shown.indexOf(current);
  current = shown[(place + by + shown.length) % shown.length] ?? current;
  draw();
}
beside.addEventListener("change", draw);
scale.addEventListener("change", draw);
one("#previous").addEventListener("click", () => step(-1));
one("#next").addEventListener("click", () => step(1));
one("#close").addEventListener("click", () => dialog.close());
dialog.addEventListener("keydown", event => {
  if (event.target.matches("select")) return;
  if (event.key === "ArrowRight") step(1);
  if (event.key === "ArrowLeft") step(-1);
});
show();
