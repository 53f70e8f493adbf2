import Burin
import RandomCharts

/// The table of what every mark takes, as `Documentation/Marks.md` holds it.
///
/// Each entry is what a chart did, not what anybody says of it.
enum MarksTable {
  /// How the table is recorded.
  static let command = "BURIN_RECORD_MARKS=1 swift test --filter MarksTable"

  static func text() -> String {
    """
    # Marks

    What each mark takes, as charts of it behave. This page is written by `\(command)`, and a test compares it with what charts do.

    ## Modifiers

    ● changes the mark. ○ is for marks with a border or a symbol, which the one tried has not. · has no \
    effect on it, and a diagnostic says so. Names, anchors, annotations and facets are for all marks.

    \(modifiers)
    ## Horizontal axis

    \(legend)

    \(axis(.x))
    ## Vertical axis

    \(axis(.y))
    ## Both axes

    \(pairs)
    """
  }

  private static let legend = """
    ● is drawn. A word is the case of `ChartError` that refuses it. – does not compile: the mark takes \
    numbers only. The other axis is linear; a mark without a value on an axis has no row there.
    """

  /// The modifiers that change a style.
  private static let styles = everyModifier.filter {
    !["anchor", "named", "annotation", "facet(by:)"].contains($0.name)
  }

  private static func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }

  private static func head(_ cells: [String]) -> String {
    row(cells) + row(cells.indices.map { $0 == 0 ? "---" : ":-:" })
  }

  private static var modifiers: String {
    everyMark.reduce(head(["mark"] + styles.map { "`\($0.name)`" })) { text, mark in
      text
        + row(
          ["`\(mark.name)`"]
            + styles.map { modifier in
              let contents = mark.content(Place.some, .linear, .linear)
              return outcome(chart(contents.map { modifier($0) })) { picture in
                if picture.diagnostics.contains(where: { $0.contains("has no effect") }) {
                  return "·"
                }
                // One value alone may have the very style that marks have without.
                if modifier.name.hasSuffix("(by:)") { return "●" }
                let plain = try Picture(chart(contents))
                return plain.difference(to: picture) == nil ? "○" : "●"
              }
            })
    }
  }

  private static func axis(_ channel: Channel) -> String {
    let kinds = AxisKind.allCases
    let marks = everyMark.filter { $0.axes.contains(channel) }
    return marks.reduce(head(["mark"] + kinds.map(\.title))) { text, mark in
      text
        + row(
          ["`\(mark.name)`"]
            + kinds.map { kind in
              channel == .x ? cell(mark, kind, .linear) : cell(mark, .linear, kind)
            })
    }
  }

  private static var pairs: String {
    let pairs: [(AxisKind, AxisKind)] = [
      (.log, .log), (.time, .time), (.category, .category), (.time, .category),
      (.category, .time),
    ]
    let marks = everyMark.filter { $0.axes == [.x, .y] }
    return marks.reduce(head(["mark"] + pairs.map { "\($0.title) × \($1.title)" })) { text, mark in
      text + row(["`\(mark.name)`"] + pairs.map { cell(mark, $0, $1) })
    }
  }

  private static func cell(_ mark: MarkExample, _ x: AxisKind, _ y: AxisKind) -> String {
    guard mark.takes(x, .x), mark.takes(y, .y) else { return "–" }
    return outcome(chart(mark.content(Place.some, x, y)).axes(x, y)) { _ in "●" }
  }

  private static func outcome(_ chart: Chart, _ drawn: (Picture) throws -> String) -> String {
    do {
      let picture = try Picture(chart)
      return picture.parts.isEmpty ? "nothing" : try drawn(picture)
    } catch {
      return "`\(ChartFailure.name(error))`"
    }
  }
}

extension AxisKind {
  /// The kind of values, or the type of scale, in words.
  var title: String {
    switch self {
    case .linear: "numbers"
    case .integer: "whole numbers"
    case .log: "`.log`"
    case .symlog: "`.symlog`"
    case .power: "`.power`"
    case .sqrt: "`.squareRoot`"
    case .time: "times"
    case .category: "categories"
    }
  }
}
