import BurinText

/// Text in one or more colours and weights, with formulas and bold words where a literal marks
/// them.
///
/// ```swift
/// Text("圆的面积是 $\\pi r^2$").font(.headline)
/// Text("supply").foregroundStyle(.good) + " and " + Text("demand").foregroundStyle(.bad)
/// Text("**\(city)** costs $p=\(price)$")
/// ```
///
/// Literals and ``init(markup:)`` read markup: `$…$` is a formula in TeX syntax and `**…**` is
/// bold. A string that is data is shown verbatim: one from a variable, and a value that is
/// interpolated into a literal, even inside a formula. ``StringInterpolation`` lists what can be
/// interpolated.
///
/// A `$` opens a formula if a character other than a space follows it, and closes one if such a
/// character precedes it and neither a digit nor an interpolated value follows it. So `Text("$5 to
/// $9")` is about money, and a `$` or `**` without its counterpart is shown unchanged.
/// `\$` and `\*` are always the characters themselves.
///
/// Text without a font uses that of its context (label, tick, body). It is as wide as proposed and
/// breaks into lines if necessary.
public struct Text: PrimitiveContent, Hashable {
  /// The spans of the text, in reading order.
  var runs: [TextRun]
  var alignment: Paragraph.Alignment = .leading
  /// Whether the alignment was set, so that the content around the text has no influence on it.
  var hasOwnAlignment = false
  var balanced = false
  /// The limit of lines, if it was set; nil in it for no limit.
  var maximumLines: Int??
  /// The least part of its size at which a text with a limit of lines is set; nil for 1.
  var minimumScale: Double?
  /// The part of its size at which the text is set.
  var scale = 1.0
  /// The case of letters, if it was set; nil in it for that of the author.
  var letterCase: Case??
  var lineHeight: Double?

  init(runs: [TextRun]) { self.runs = runs }

  /// Creates a text from a literal or from another text.
  ///
  /// Expressions of literals are read as markup, like literals:
  ///
  /// ```swift
  /// Text(isShort ? "$v$" : "the speed $v$")
  /// ```
  public init(_ text: Text) { self = text }

  /// Creates a text that shows a string verbatim.
  ///
  /// ```swift
  /// let key = "{$gt: 1}"
  /// Text(key)                       // {$gt: 1}
  /// ```
  ///
  /// A function that returns either a string or a text returns a string here. To make it return a
  /// text, use its result directly: `say("速度 $v$", en: "speed $v$").bold()`.
  @_disfavoredOverload
  public init(_ string: some StringProtocol) { self.init(verbatim: String(string)) }

  /// Creates a text that shows a string verbatim, even a literal.
  ///
  /// ```swift
  /// Text(verbatim: "2**3 = $8")     // 2**3 = $8
  /// ```
  public init(verbatim string: String) { runs = TextRun.runs(of: string, isBold: false) }

  /// Creates a text from a string with formulas and bold words, written as in literals.
  ///
  /// Use it for strings whose author writes markup, such as those in a file of translations.
  ///
  /// ```swift
  /// Text(markup: translations["title"] ?? "")
  /// ```
  public init(markup string: String) { runs = TextMarkup.runs(of: string) }

  /// Creates a text that consists of one formula.
  ///
  /// ```swift
  /// Text(tex: "\\log_2 \(quotient.tex)")
  /// ```
  ///
  /// - Parameter source: the formula in TeX syntax, without dollar signs.
  public init(tex source: String) { runs = source.isEmpty ? [] : [.formula(source)] }

  /// Creates a text that consists of one formula and has a plain form.
  init(tex source: String, plain: String) {
    runs = [TextRun(content: .formula(source, plain: plain))]
  }

  /// Sets the role, which determines size and weight, of all parts without a font.
  @_disfavoredOverload
  public func font(_ role: TextRole) -> Text { font(Font(role)) }

  /// Sets the colour of all parts without one.
  public func foregroundStyle(_ color: Color) -> Text {
    changed { $0.color = $0.color ?? color }
  }

  /// Sets the bold weight.
  public func bold() -> Text { changed { $0.weight = $0.weight ?? .bold } }

  /// Sets the regular weight, whatever the role.
  public func regular() -> Text { changed { $0.weight = $0.weight ?? .regular } }

  /// Sets the alignment of short lines.
  public func multilineTextAlignment(_ alignment: HorizontalAlignment) -> Text {
    var text = lines(alignment.lines)
    text.hasOwnAlignment = true
    return text
  }

  func lines(_ alignment: Paragraph.Alignment) -> Text {
    var text = self
    text.alignment = alignment
    return text
  }

  /// Sets the distance between baselines, in font sizes.
  public func lineHeight(_ factor: Double) -> Text {
    var text = self
    text.lineHeight = factor
    return text
  }

  /// Balances lines to about the same length.
  public func balancedLines() -> Text {
    var text = self
    text.balanced = true
    return text
  }

  /// Returns one text after another.
  public static func + (left: Text, right: Text) -> Text {
    var text = left
    text.runs += right.runs
    return text
  }

  /// Whether the text is empty.
  public var isEmpty: Bool { runs.allSatisfy(\.plain.isEmpty) }

  /// The characters without their styles, formulas as their source between dollar signs.
  public var plain: String { runs.map(\.plain).joined() }

  func changed(_ change: (inout TextRun) -> Void) -> Text {
    var text = self
    for index in text.runs.indices { change(&text.runs[index]) }
    return text
  }

  /// Resolves the text.
  public func block(in context: LayoutContext) throws -> any Block {
    let environment = context.environment.text
    return TextContentBlock(
      text: resolved(in: context.region).inheriting(environment), role: environment.role ?? .body,
      context: context)
  }
}
