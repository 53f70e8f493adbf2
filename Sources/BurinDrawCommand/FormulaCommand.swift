import ArgumentParser
import Burin
import CommandSupport

/// `burin formula`: one formula as a picture.
struct FormulaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formula", abstract: "Typeset a formula into a PNG, SVG, PDF or MathML file.",
    discussion: """
      The formula is written as between dollar signs in LaTeX, as in
        burin formula 'v_{\\text{风}}=12' --out wind.svg
      The file is as large as the formula, transparent, with its words as its alternative text;
      --language zh speaks them in Chinese. A name that ends with .mml gives MathML in place of a picture.
      A formula that begins with a minus sign stands last, behind two: --out x.svg -- '-x'
      """)

  @Argument(help: "The formula in LaTeX's syntax, without dollar signs.") var tex: String
  @Option(
    name: .shortAndLong,
    help: "The output file; its name must end with .png, .svg, .pdf, .html or .mml.")
  var out: String
  @Option(help: "The size of the em, in points.") var size = 24.0
  @Option(help: "A name such as blue, or a code such as #1d5aa8.") var color = "black"
  @Option(help: "The background colour; transparent by default.")
  var background: String?
  @Option(help: "The number of pixels per point, for PNG.") var scale = 2.0
  @Option(help: "The space around the formula, in points.") var padding = 1.0
  @Option(
    help: ArgumentHelp(
      "A file of \\newcommand, \\def and similar definitions that the formula may use.",
      valueName: "file"))
  var macros: String?
  @Option(
    help: "The language of the words that stand for the formula: Chinese for zh, else English.")
  var language = "en"
  @Flag(help: "Set as within a line of text, with limits beside the operators.") var inline = false
  @Flag(help: "Print the width, ascent and descent in points, to place the file within a line.")
  var metrics = false

  private var ending: String {
    guard let dot = out.lastIndex(of: "."), dot != out.startIndex else { return "" }
    return out[out.index(after: dot)...].lowercased()
  }

  private var isMathML: Bool { ending == "mml" }

  private var format: OutputFormat? {
    let end = ending
    return OutputFormat.all(scale: scale).first { $0.fileExtension == end }
  }

  func validate() throws {
    guard isMathML || format != nil else {
      throw ValidationError(
        "--out is \(out); its name must end with .png, .svg, .pdf, .html or .mml")
    }
    guard size.isFinite, size > 0, size <= FormulaLimits.fontSize else {
      throw ValidationError(
        "--size is \(size); it must be above 0 and at most \(Int(FormulaLimits.fontSize))")
    }
    guard scale.isFinite, scale >= 0.1, scale <= 20 else {
      throw ValidationError("--scale is \(scale); it must be from 0.1 to 20")
    }
    guard padding.isFinite, padding >= 0, padding <= FormulaLimits.length else {
      throw ValidationError(
        "--padding is \(padding); it must be from 0 to \(Int(FormulaLimits.length))")
    }
    _ = try Self.color(color, option: "--color")
    if let background { _ = try Self.color(background, option: "--background") }
  }

  private static func color(_ text: String, option: String) throws -> RGBColor {
    let theme = Theme.standard.colors.byName
    if let color = FormulaColor.color(text, named: theme) { return color }
    let meant =
      FormulaColor.suggestion(for: text, named: theme).map { "did you mean \($0)?" }
      ?? "it must be a name such as blue or a code such as #1d5aa8"
    throw ValidationError("\(option) is \(text); \(meant)")
  }

  func run() throws {
    let background = try background.map { try Self.color($0, option: "--background") } ?? .clear
    let formula = Formula(
      tex, size: size, color: Color(try Self.color(color, option: "--color")),
      inline: inline)
    var theme = Theme.standard
    if let macros {
      let source = String(decoding: try AtomicFile.read(macros, limit: 1 << 20), as: UTF8.self)
      do throws(FormulaError) {
        theme.macros = try FormulaMacros(source)
      } catch {
        StandardError.print("error: \(macros): \(error)")
        if let position = error.position { StandardError.print(position.caret) }
        throw ExitCode.failure
      }
    }
    do {
      let bytes: [UInt8]
      if isMathML {
        let mathML = FormulaMathML(isBlock: !inline)
        bytes = Array(
          (try mathML.markup(tex, colors: theme.colors.byName, macros: theme.macros) + "\n").utf8)
      } else if let format {
        bytes = try formula.scene(
          padding: padding, background: background, theme: theme, language: language
        ).encoded(as: format)
      } else {
        return
      }
      for note in try formula.layout(theme: theme).notes { StandardError.print("note: \(note)") }
      try AtomicFile.write(bytes, to: out)
    } catch let error as FormulaError {
      StandardError.print("error: \(error)")
      // The position in the source, if the error has one.
      if let position = error.position { StandardError.print(position.caret) }
      throw ExitCode.failure
    }
    guard metrics else { return }
    let layout = try formula.layout(theme: theme)
    let decimals = NumberFormat(.fixed(3), minus: .hyphen)
    func points(_ value: Double) -> String { decimals.string(value) }
    try StandardOutput.print(
      "width \(points(layout.width)) ascent \(points(layout.ascent)) descent \(points(layout.descent))"
    )
  }
}
