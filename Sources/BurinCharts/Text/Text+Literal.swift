public import BurinScales

extension Text: ExpressibleByStringInterpolation {
  /// Creates a text from a literal with formulas and bold words.
  public init(stringLiteral value: String) { self.init(markup: value) }

  /// Creates a text from a literal and the values in it.
  public init(stringInterpolation: StringInterpolation) {
    runs = TextMarkup(pieces: stringInterpolation.pieces).runs
  }

  /// A literal's characters and the values between them.
  ///
  /// | in a literal | shows |
  /// | --- | --- |
  /// | `\(value)` | the value verbatim; in a formula a number is set as mathematics, any other
  /// value as `\text{…}` |
  /// | `\(text)` | a ``Text`` with its colours and weights; in a formula its characters |
  /// | `\(number, format: .fixed(1))` | the number in a ``NumberFormat`` or a `FormatStyle` |
  /// | `\(number, specifier: "%.1f")` | the number as C's printf writes it: `%d`, `%.2f`, `%@` |
  /// | `\(tex: source)` | a piece of TeX: part of the surrounding formula, elsewhere a formula |
  ///
  /// ```swift
  /// let name = "A$AP", power = "\\frac{1}{2}"
  /// Text("**\(name)**: $P(\\text{\(name)})=\(0.5)=\(tex: power)$")
  /// ```
  public struct StringInterpolation: StringInterpolationProtocol {
    var pieces: [TextMarkup.Piece] = []

    /// Creates an empty literal.
    public init(literalCapacity: Int, interpolationCount: Int) {
      pieces.reserveCapacity(literalCapacity + interpolationCount)
    }

    /// Adds characters of the literal.
    public mutating func appendLiteral(_ literal: String) {
      pieces += literal.map(TextMarkup.Piece.written)
    }

    /// Adds a value that is shown verbatim.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      pieces.append(.value(value.description))
    }

    /// Adds a number in a format.
    public mutating func appendInterpolation(_ value: Double, format: NumberFormat) {
      pieces.append(.value(format.string(value)))
    }

    /// Adds a floating-point number, written by a specifier of C's printf.
    public mutating func appendInterpolation(
      _ value: some BinaryFloatingPoint, specifier: String
    ) { append(FormatSpecifier(specifier).string(Double(value)), or: "\(value)") }

    /// Adds a whole number, written by a specifier of C's printf.
    public mutating func appendInterpolation(_ value: some BinaryInteger, specifier: String) {
      append(FormatSpecifier(specifier).string(value), or: "\(value)")
    }

    private mutating func append(_ string: String?, or plain: String) {
      guard let string else {
        var text = Text(verbatim: plain)
        for index in text.runs.indices { text.runs[index].notes.insert(.specifier) }
        pieces.append(.text(text))
        return
      }
      pieces.append(.value(string))
    }

    /// Adds a text with its colours and weights.
    public mutating func appendInterpolation(_ text: Text) { pieces.append(.text(text)) }

    /// Adds a piece of TeX, which is part of the surrounding formula, or else a formula.
    public mutating func appendInterpolation(tex source: String) { pieces.append(.tex(source)) }
  }
}
