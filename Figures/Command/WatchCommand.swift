import ArgumentParser
import BurinFigures
import BurinGolden
import BurinRaster
import CommandSupport
import Figures
import Foundation

struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Draw figures again whenever their parameter file or this program changes.",
    discussion: """
      Open the page whose path is printed: it shows the pictures, replaces those that were drawn \
      anew, and tells what is wrong with the parameters. Only figures whose parameters changed are \
      drawn. It goes on until you stop it (Control-C).
      """)

  @OptionGroup var selection: FigureSelection
  @Option(name: .shortAndLong, help: "The folder for page and pictures; created if missing.")
  var out = "figures-watch"
  @Option(help: "The languages of the texts: zh, en.", transform: LanguageOption.list)
  var lang = [Language.zh]
  @Option(help: "The themes: \(PictureTheme.names).", transform: PictureTheme.list)
  var theme = [PictureTheme.light]
  @Option(
    help: "The widths of the pictures in points; “own” is each figure's own.",
    transform: PictureWidth.list)
  var width = [PictureWidth.own]
  @OptionGroup var jobCount: JobCount

  func validate() throws {
    guard !out.isEmpty else { throw ValidationError("--out is empty; it must name a folder") }
  }

  func run() throws {
    try Fonts.find()
    try OutputFolder.make(out)
    var watch = FigureWatch(
      selection: selection, folder: out,
      variants: PictureVariant.all(
        languages: lang, themes: theme, widths: width, scales: [1], formats: ["svg"]),
      jobs: jobCount.jobs)
    try AtomicFile.write(Array(FigureWatch.page.utf8), to: "\(out)/index.html")
    // A mistake in the first parameters is a mistake in the command.
    _ = try selection.applicable()
    try watch.draw()
    try StandardOutput.print("\(out)/index.html")
    var parameters = FileStamp(selection.parameters)
    let program = Bundle.main.executablePath
    let built = FileStamp(program)
    while true {
      Thread.sleep(forTimeInterval: 0.02)
      let now = FileStamp(selection.parameters)
      if now != parameters {
        parameters = now
        try watch.draw()
      }
      let rebuilt = FileStamp(program)
      if rebuilt != built, let program, rebuilt.age > 0.5 { Self.restart(program) }
    }
  }

  /// Goes on as the program that is now in the file; returns if that is not possible yet.
  private static func restart(_ program: String) {
    let arguments = CommandLine.arguments.map { strdup($0) } + [nil]
    execv(program, arguments)
    for argument in arguments { free(argument) }
  }
}

/// When a file was changed, and which it is.
struct FileStamp: Equatable {
  private var changed: Date?
  private var size: Int?
  private var number: Int?

  init(_ path: String?) {
    guard let path, let known = try? FileManager.default.attributesOfItem(atPath: path) else {
      return
    }
    changed = known[.modificationDate] as? Date
    size = known[.size] as? Int
    number = known[.systemFileNumber] as? Int
  }

  /// The time since the change in seconds, 0 where there is no file.
  var age: Double { changed.map { -$0.timeIntervalSinceNow } ?? 0 }
}

/// The pictures of a page that are drawn again when their parameters change.
private struct FigureWatch {
  var selection: FigureSelection
  var folder: String
  var variants: [PictureVariant]
  var jobs: Int

  /// A picture as it was drawn last.
  private struct Drawn {
    var settings: [FigureEntry.Setting]
    var version: Int
    var title: String
    var problem: String
  }

  private var drawn: [String: Drawn] = [:]
  private var version = 0
  /// Distinguishes the versions of this run from those of another.
  private let start = Int(Date().timeIntervalSince1970 * 1000)

  init(selection: FigureSelection, folder: String, variants: [PictureVariant], jobs: Int) {
    (self.selection, self.folder, self.variants, self.jobs) = (selection, folder, variants, jobs)
  }

  /// Draws what is not drawn with the parameters of now, and tells the page.
  mutating func draw() throws {
    version += 1
    let (figures, notes): ([FigureSelection.Chosen], [String])
    do {
      (figures, notes) = try applicable()
    } catch {
      let message = message(of: error)
      StandardError.print("error: \(message)")
      try tell(drawn.keys.sorted(), problems: [message])
      return
    }
    let tasks = figures.flatMap { figure in variants.map { (figure: figure, variant: $0) } }
    let names = tasks.map { $0.variant.fileName($0.figure.entry.id, among: variants) }
    let fresh = tasks.indices.filter { drawn[names[$0]]?.settings != tasks[$0].figure.settings }
    let (folder, clock) = (folder, ContinuousClock())
    let begin = clock.now
    var results: [Int: Result<String, any Error>] = [:]
    forEachConcurrently(fresh, jobs: jobs) { index in
      Result {
        let (figure, variant) = tasks[index]
        let rendering = try variant.rendering(of: figure.entry, figure.settings, showsTitle: true)
        try rendering.write(to: "\(folder)/\(names[index])", as: .svg)
        return rendering.scene.title
      }
    } done: { place, result in
      results[fresh[place]] = result
    }
    for (index, result) in results {
      var new = Drawn(
        settings: tasks[index].figure.settings, version: version, title: "", problem: "")
      switch result {
      case .success(let title): new.title = title
      case .failure(let error):
        new.problem = "\(tasks[index].figure.entry.id): \(error)"
        new.title = drawn[names[index]]?.title ?? ""
        StandardError.print("error: \(new.problem)")
      }
      drawn[names[index]] = new
    }
    try tell(names, problems: notes)
    let time = (begin.duration(to: clock.now) / .milliseconds(1)).rounded()
    try StandardOutput.print(
      fresh.isEmpty
        ? "nothing changed"
        : "drew \(fresh.map { names[$0] }.joined(separator: ", ")) in \(Int(time)) ms")
  }

  /// Returns the figures with the parameters of now; a file that is being written is read again.
  private func applicable() throws -> (figures: [FigureSelection.Chosen], notes: [String]) {
    do {
      return try selection.applicable()
    } catch {
      Thread.sleep(forTimeInterval: 0.06)
      return try selection.applicable()
    }
  }

  private func message(of error: any Error) -> String {
    (error as? ValidationError)?.message ?? "\(error)"
  }

  /// Writes what the page asks for again and again.
  private func tell(_ names: [String], problems: [String]) throws {
    let pictures = names.compactMap { name in
      drawn[name].map {
        "{\"file\": \(JSONText.quoted(name)), \"version\": \"\(start)-\($0.version)\", "
          + "\"title\": \(JSONText.quoted($0.title)), \"problem\": \(JSONText.quoted($0.problem))}"
      }
    }
    let state =
      "figuresDrawn({\"version\": \"\(start)-\(version)\", "
      + "\"problems\": [\(problems.map(JSONText.quoted).joined(separator: ", "))], "
      + "\"pictures\": [\n\(pictures.joined(separator: ",\n"))\n]});\n"
    try AtomicFile.write(Array(state.utf8), to: "\(folder)/state.js")
  }

  /// The page, which asks for a script again and again: a page from a file may load scripts and
  /// pictures, but not read files.
  static let page = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Figures, as they change</title>
    <style>
    body { margin: 0; padding: 16px; color: #1c2430; background: #f4f6f9; font: 16px/1.5 system-ui, sans-serif; }
    figure { margin: 0 0 24px; }
    img { display: block; max-width: 100%; height: auto; box-shadow: 0 0 0 1px #dde2e9; }
    figcaption { color: #566072; font-size: 14px; }
    .problem { color: #a4262c; font-weight: 600; white-space: pre-wrap; }
    </style>
    </head>
    <body>
    <div id="problems" role="status"></div>
    <main></main>
    <script>
    let shown = "";
    const places = new Map();
    function figuresDrawn(state) {
      if (state.version === shown) return;
      shown = state.version;
      document.getElementById("problems").replaceChildren(...state.problems.map(text => {
        const line = document.createElement("p");
        line.className = "problem";
        line.textContent = text;
        return line;
      }));
      const wanted = state.pictures.map(picture => {
        if (!places.has(picture.file)) {
          const place = document.createElement("figure");
          place.append(new Image(), document.createElement("figcaption"));
          places.set(picture.file, place);
        }
        const place = places.get(picture.file), [image, caption] = place.children;
        if (place.dataset.version !== picture.version && !picture.problem) image.src = `${picture.file}?${picture.version}`;
        place.dataset.version = picture.version;
        image.alt = picture.title;
        caption.textContent = picture.problem || picture.file;
        caption.className = picture.problem ? "problem" : "";
        return place;
      });
      document.querySelector("main").replaceChildren(...wanted);
    }
    function ask() {
      const script = document.createElement("script");
      script.src = `state.js?${Date.now()}`;
      script.onload = script.onerror = () => { script.remove(); setTimeout(ask, 50); };
      document.head.append(script);
    }
    ask();
    </script>
    </body>
    </html>

    """
}
