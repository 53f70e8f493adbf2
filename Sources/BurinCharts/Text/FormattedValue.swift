import BurinText

/// A value that a format of another module writes, which follows the rendering's locale and clock;
/// equal only to itself.
final class FormattedValue: Hashable, Sendable {
  private let text: @Sendable (RenderingRegion) -> String

  init(_ text: @escaping @Sendable (RenderingRegion) -> String) { self.text = text }

  /// Returns the value as text.
  func text(in region: RenderingRegion) -> String { text(region) }

  static func == (a: FormattedValue, b: FormattedValue) -> Bool { a === b }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension Text {
  /// Creates a text of a function's result, which is shown verbatim.
  ///
  /// - Parameter text: returns the characters for a rendering's clock, calendar and locale.
  package init(formatted text: @escaping @Sendable (RenderingRegion) -> String) {
    self.init(runs: [TextRun(content: .value(FormattedValue(text), nil))])
  }

  /// Returns the text with the characters of its values in a region.
  func resolved(in region: RenderingRegion) -> Text {
    guard runs.contains(where: { if case .value = $0.content { true } else { false } }) else {
      return self
    }
    var text = self
    text.runs = runs.flatMap { run -> [TextRun] in
      guard case .value(let value, let letterCase) = run.content else { return [run] }
      return TextRun.runs(of: letterCase.applied(to: value.text(in: region)), isBold: run.isBold)
        .map { plain in
          var styled = run
          styled.content = plain.content
          return styled
        }
    }
    return text
  }
}

extension Text.Case? {
  /// Returns a string with all letters in the case; nil leaves them.
  func applied(to string: String) -> String {
    switch self {
    case .uppercase: string.uppercased()
    case .lowercase: string.lowercased()
    case nil: string
    }
  }
}
