import BurinGeometry
public import BurinMath
public import BurinScene
public import BurinText

/// The context of one rendering, for use by one thread.
public final class LayoutContext {
  /// The theme.
  public let theme: Theme
  /// The fonts of the theme.
  public let fonts: FontLibrary
  /// The typesetter of formulas in the theme's fonts.
  ///
  /// - Throws: ``TextError/missingFamily(_:)`` where the family of formulas is missing.
  public var formulas: FormulaTypesetter {
    get throws {
      if let typesetter { return typesetter }
      var made = try FormulaTypesetter(paragraphs: paragraphs)
      made.macros = theme.macros
      typesetter = made
      return made
    }
  }
  /// Made for the first formula, so that charts without one need no font for them.
  private var typesetter: FormulaTypesetter?
  /// What counts the work of the rendering and stops it.
  package let watch: RenderWatch
  /// The texts shaped in this rendering.
  let paragraphs: ParagraphMemo
  /// The texts and formulas set in this rendering.
  var memo: TextMemo
  /// The scales of categories made in this rendering.
  var bandScales = BandScaleMemo()
  /// The charts solved in this rendering.
  var work = LayoutCounts()
  /// The settings of the content around what is resolved.
  var environment = LayoutEnvironment()
  /// The language of the texts, as a BCP 47 tag.
  public let language: String
  /// Warnings for the author that are not errors, in order of discovery.
  ///
  /// They name their charts where there are several.
  public var diagnostics: [Diagnostic] {
    let notes = Set(chartNames).count > 1 ? self.notes : self.notes.map { Diagnostic($0.message) }
    let replaced = paragraphs.replaced
    guard !replaced.isEmpty else { return notes }
    let names = replaced.prefix(8).map { "“\($0)” (\($0.codePoint))" }.joined(separator: ", ")
    let others = replaced.count > 8 ? " and \(replaced.count - 8) others" : ""
    return notes + [
      Diagnostic(
        "no font family has \(names)\(others): a sign for an unknown character is drawn in the place of each"
      )
    ]
  }
  private var notes: [Diagnostic] = []
  /// The names by which diagnostics tell charts apart, in the order in which these were resolved.
  private var chartNames: [String] = []
  /// The chart that is resolved, measured or drawn.
  private var currentChart: String?

  /// The charts that were drawn, in words.
  var charts: [SpokenChart] = []

  /// Whether to record how labels are placed.
  public let explainsPlacements: Bool
  /// The records of how labels were placed, in the order of their marks; empty unless requested.
  public private(set) var placements: [LabelPlacement] = []

  /// Creates a context with the theme's fonts.
  ///
  /// - Parameters:
  ///   - theme: the theme.
  ///   - language: the language of the texts, as a BCP 47 tag.
  ///   - explainsPlacements: whether to record how labels are placed.
  public init(
    theme: Theme = .standard, language: String = "en", explainsPlacements: Bool = false
  ) throws {
    try theme.colors.checkNames()
    self.theme = theme
    self.language = language
    self.explainsPlacements = explainsPlacements
    let watch = RenderWatch.ofRendering()
    self.watch = watch
    fonts = try FontLibrary.shared(theme.families)
    // A third for shaped texts, a third for texts with their formulas, a third for formulas.
    let share = max(0, watch.limits.memory) / 3
    paragraphs = ParagraphMemo(
      fonts: fonts, limit: share, missing: theme.missingCharacters, watch: watch)
    memo = TextMemo(limit: share * 2)
  }

  /// The amount of work that the rendering has done so far.
  package var counts: LayoutCounts {
    var counts = work
    counts.texts = paragraphs.textCount
    counts.shapedTexts = paragraphs.shapedCount
    counts.formulas = memo.formulas.count
    counts.setFormulas = memo.formulaCount
    counts.bytes = paragraphs.bytes + memo.texts.bytes + memo.formulas.bytes
    return counts
  }

  /// Counts a step of layout, and throws if the rendering has to stop: its task was cancelled, or
  /// one of its limits is exceeded.
  ///
  /// What lays out much at once, such as a mark of one's own, calls it in its loops.
  public func step() throws(LimitError) { try watch.step() }

  /// Adds a warning for the author, once however often it occurs.
  public func note(_ diagnostic: Diagnostic) {
    var diagnostic = diagnostic
    diagnostic.chart = diagnostic.chart ?? currentChart
    if !notes.contains(diagnostic) { notes.append(diagnostic) }
  }

  /// Returns the name of one more chart for diagnostics: its title, or its number.
  func addChart(titled title: String?) -> String {
    let name = title.map { "the chart “\($0)”" } ?? "chart \(chartNames.count + 1)"
    chartNames.append(name)
    return name
  }

  /// Resolves, measures or draws a chart, which the diagnostics of the body then name.
  func within<Result>(_ chart: String, _ body: () throws -> Result) rethrows -> Result {
    let outer = currentChart
    currentChart = chart
    defer { currentChart = outer }
    return try body()
  }

  /// Records how a label was placed.
  func note(_ placement: LabelPlacement) { placements.append(placement) }

  /// Keeps what a chart is called and shows, for the page.
  func note(_ chart: SpokenChart) { charts.append(chart) }

  /// Returns the colour of a theme colour.
  public func color(_ color: Color) throws -> RGBColor { try theme.resolve(color) }
}

/// A warning for the author that is not an error.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
  /// The description of what was noticed, where, and how often.
  public var message: String
  /// The chart in which it was noticed, such as `the chart “Sales”` or `chart 2` without a title; nil
  /// where the picture has one chart only, and for what is noticed elsewhere.
  public internal(set) var chart: String?
  /// Creates a diagnostic.
  public init(_ message: String) { self.message = message }
  /// The message, after the chart if there is one.
  public var description: String { chart.map { "\($0): \(message)" } ?? message }
}
