import Burin
import Foundation
import Testing

@Suite("Errors that programs sort")
struct BurinErrorTests {
  private func error(
    _ content: some FigureContent, _ options: RenderOptions = RenderOptions()
  ) -> BurinError? {
    do throws(BurinError) {
      _ = try content.render(.svg, options)
      return nil
    } catch {
      return error
    }
  }

  @Test("A character without a glyph is the data's, a font that is not there the machine's")
  func fonts() throws {
    let missing = try #require(error(Text(verbatim: "a\u{10FFFD}")))
    #expect(missing.category == .data)
    #expect(missing.code == "text.missing-character")
    var theme = Theme.standard
    theme.families.text = ["No Such Family"]
    let family = try #require(error(Text("a"), RenderOptions(theme: theme)))
    #expect(family.category == .machine)
    #expect(family.code == "font.missing-family")
    #expect(family.description == "\(TextError.missingFamily("No Such Family"))")
  }

  @Test("A font for formulas is asked for by formulas only")
  func formulaFont() throws {
    var theme = Theme.standard
    theme.families.math = "No Such Math"
    let options = RenderOptions(theme: theme)
    for format in OutputFormat.all() { _ = try Text("plain").render(format, options) }
    let found = try #require(error(Text("$x$"), options))
    #expect(found.category == .machine)
    #expect(found.code == "font.missing-family")
    // The same within the text of a formula's neighbour is the formula's fault.
    let fault = try #require(error(Text("$\\fracc{1}{2}$")))
    #expect(fault.category == .data)
    #expect(fault.code == "formula.unknown-command")
    #expect(fault.index == 0)
  }

  @Test(
    "The underlying error of what a limit stopped is the limit's, in every phase",
    arguments: [
      RenderLimits(data: 2), RenderLimits(text: 2), RenderLimits(layout: 3),
      RenderLimits(output: 9), RenderLimits(pixels: 9), RenderLimits(time: .zero),
    ])
  func underlyingLimit(limits: RenderLimits) throws {
    let chart = Chart(0..<9) { PointMark(x: .value("x", $0), y: .value("y", $0)) }
    let error = #expect(throws: BurinError.self) {
      try chart.render(.png, RenderOptions(limits: limits))
    }
    #expect(error?.category == .limit)
    #expect(error?.underlying is LimitError)
    let scene = try chart.scene(RenderOptions()).scene
    for format in [OutputFormat.png, .svg, .pdf] {
      let late = #expect(throws: BurinError.self) {
        try scene.encoded(as: format, limits: RenderLimits(time: .zero))
      }
      guard case .exceeded(.time, 0, _)? = late?.underlying as? LimitError else {
        Issue.record("\(String(describing: late?.underlying))")
        continue
      }
    }
    let stopped: [any Error] = [
      TextError.stopped(.cancelled), RenderError.stopped(.cancelled), SVGError.stopped(.cancelled),
      PNGError.stopped(.cancelled), FormulaError.stopped(.cancelled),
      RenderError.font(.stopped(.cancelled)), SVGError.font(.stopped(.cancelled)),
    ]
    for error in stopped {
      #expect(BurinError(error).underlying as? LimitError == .cancelled, "\(error)")
    }
  }

  @Test("Mark, channel and index are values")
  func place() throws {
    let chart = Chart {
      for y in [1.0, 10, -3, 4] { PointMark(x: .value("x", y), y: .value("y", y)) }
    }.chartYScale(type: .log)
    let found = try #require(error(chart))
    #expect(found.category == .data)
    #expect(found.code == "chart.unscalable-value")
    #expect((found.mark, found.channel, found.index) == ("point", "y", 2))
    let mixed = try #require(
      error(
        Chart {
          BarMark(x: .value("x", 1), y: .value("y", 1))
          PointMark(x: .value("x", "a"), y: .value("y", 1))
        }))
    #expect(mixed.category == .data)
    #expect((mixed.mark, mixed.channel) == ("point", "x"))
  }

  @Test("Sizes, scales and paths are the options'")
  func options() throws {
    let chart = Chart { BarMark(x: .value("x", "a"), y: .value("y", 1)) }
    let small = try #require(error(chart, RenderOptions(width: 40, height: 30)))
    #expect(small.category == .options)
    #expect(small.code == "chart.no-room")
    #expect(throws: BurinError.self) { try chart.render(.png(scale: -1)) }
    do throws(BurinError) {
      try chart.write(to: "/no/such/folder/a.png", as: .png)
      Issue.record("it was written")
    } catch {
      #expect(error.category == .options)
      #expect(error.code == "file.folder-missing")
    }
  }

  @Test("What other code throws is kept, and sorted if it can be")
  func foreign() throws {
    struct Mine: Error {}
    struct Sorted: ClassifiedError {
      let category = ErrorCategory.data
      let code = "mine.sorted"
      let place = ErrorPlace(mark: "Row", index: 7)
      let description = "row 7"
    }
    #expect(BurinError(Mine()).category == .other)
    #expect(BurinError(Mine()).underlying is Mine)
    #expect(BurinError(CancellationError()).category == .cancellation)
    let sorted = BurinError(BurinError(Sorted()))
    #expect((sorted.code, sorted.mark, sorted.index) == ("mine.sorted", "Row", 7))
    #expect(sorted.description == "row 7")
  }

  @Test("The documentation lists every code with its category, and no other")
  func table() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let files = try #require(
      FileManager.default.enumerator(
        at: root.appending(path: "Sources"), includingPropertiesForKeys: nil))
    var codes: Set<String> = Set(RenderLimit.allCases.map { "limit.\($0.rawValue)" })
    for case let file as URL in files where file.lastPathComponent.hasSuffix("+Classified.swift") {
      let source = try String(contentsOf: file, encoding: .utf8)
      // The strings that a code is: `case …: "font.unreadable"` and the like.
      for match in source.matches(of: #/[:{] "([a-z]+(?:\.[a-z-]+)?)"/#) {
        codes.insert(String(match.1))
      }
    }
    #expect(codes.count > 60)
    let page = try String(
      contentsOf: root.appending(path: "Documentation/Embedding.md"), encoding: .utf8)
    let rows = page.matches(of: #/\| `([a-z.-]+)` \| (\w+) \|/#)
    #expect(Set(rows.map { String($0.1) }) == codes.union(["other"]))
    #expect(rows.allSatisfy { ErrorCategory(rawValue: String($0.2)) != nil })
    // What can be made here is sorted as the page says.
    let listed = Dictionary(rows.map { (String($0.1), String($0.2)) }) { $1 }
    let samples: [any ClassifiedError] = [
      LimitError.cancelled, LimitError.exceeded(.text, allowed: 1, asked: 2),
      TextError.missingFamily("F"), TextError.unreadableFont(path: "f"), TextError.unknownFace("F"),
      TextError.configuration("r"), TextError.invalidSize(0),
      ChartError.unknownColor("c", known: []), ChartError.scale(axis: "x", reason: "r"),
      ChartError.unknownAnchor("a", known: []),
      ChartError.raggedTable(row: 1, cells: 2, columns: 3), ChartError.tooManyPanels(9, limit: 8),
      ChartError.style(mark: "BarMark", reason: "r"), ChartError.invalid("r"),
      ChartError.unsuitable(mark: "BarMark", channel: "x", reason: "r"),
      ScaleError.domainEmpty(1, 1), ScaleError.duplicateCategory("a", index: 1),
      ScaleError.padding("p", 2), ScaleError.tooManyTicks(1e9, limit: 9),
      FormulaError.font("f"), FormulaError.invalidSize(0), RenderError.invalidScale(0),
      RenderError.notFinite(node: "n"), RenderError.buffer("b"),
      RenderError.canvasTooLarge(width: 1, height: 1, limit: "l"),
      RenderError.cairo(status: "s", node: "n"), RenderError.pdfStructure("r"),
      RenderError.font(.missingFamily("F")), SVGError.idPrefix("1"), SVGError.maxWidth(0),
      SVGError.notFinite(node: "n"), PNGError.notPNG, PNGError.outOfMemory, PNGError.truncated,
      PNGError.scale(0), PNGError.notEncoded("r"), FileError(.write, "p", .diskFull),
      FileError(.write, "p", .invalidPath), FileError(.read, "p", .tooLarge(limit: 1)),
    ]
    for error in samples {
      #expect(listed[error.code] == error.category.rawValue, "\(error.code)")
    }
  }
}
