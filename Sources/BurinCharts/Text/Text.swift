import BurinText

/// Text in one or more colours and weights, with formulas and bold words where a literal marks them.
///
/// ```swift
/// Text("每次多花 $D_{KL}(P\\|Q)$ 比特").font(.headline)
/// Text("supply").foregroundStyle(.good) + " and " + Text("demand").foregroundStyle(.bad)
/// Text("**\(city)** costs $p=\(price)$")
/// ```
///
/// Markup is read in literals and by ``init(markup:)``: `$…$` is a formula in TeX syntax and
/// `**…**` is bold. A string that is data is shown letter by letter: one from a variable, and a
/// value that is interpolated into a literal, inside a formula too. ``StringInterpolation`` lists
/// what can be interpolated.
///
/// A `$` opens a formula if a character other than a space follows it, and closes one if such a
/// character precedes it and neither a digit nor an interpolated value follows it. So
/// `Text("$5 to $9")` is about money, and a `$` or `**` without its counterpart is shown as it is.
/// `\$` and `\*` are always the signs themselves.
///
/// Text without a font takes that of its place (label, tick, body). It is as wide as it's offered
/// and breaks into lines where it must.
public struct Text: PrimitiveContent, Hashable {
  /// The spans of the text, in reading order.
  var runs: [TextRun]
  var alignment: Paragraph.Alignment = .leading
  var balanced = false
  var lineHeight: Double?

  init(runs: [TextRun]) { self.runs = runs }

  /// Creates a text from a literal or from another text.
  ///
  /// Expressions of literals are read as markup, as literals are:
  ///
  /// ```swift
  /// Text(isShort ? "$H$" : "the entropy $H$")
  /// ```
  public init(_ text: Text) { self = text }

  /// Creates a text that shows a string letter by letter.
  ///
  /// ```swift
  /// let key = "{$gt: 1}"
  /// Text(key)                       // {$gt: 1}
  /// ```
  ///
  /// A function that returns either a string or a text returns a string here. Where it's to return
  /// a text, use its result by itself: `say("熵 $H$", en: "entropy $H$").bold()`.
  @_disfavoredOverload
  public init(_ string: some StringProtocol) { self.init(verbatim: String(string)) }

  /// Creates a text that shows a string letter by letter, a literal too.
  ///
  /// ```swift
  /// Text(verbatim: "2**3 = $8")     // 2**3 = $8
  /// ```
  public init(verbatim string: String) { runs = TextRun.runs(of: string, isBold: false) }

  /// Creates a text from a string with formulas and bold words, as they are written in literals.
  ///
  /// Use it for strings whose author writes markup, such as those of a file of translations.
  ///
  /// ```swift
  /// Text(markup: translations["title"] ?? "")
  /// ```
  public init(markup string: String) { runs = TextMarkup(string).runs }

  /// Creates a text that is one formula.
  ///
  /// ```swift
  /// Text(tex: "\\log_2 \(quotient.tex)")
  /// ```
  ///
  /// - Parameter source: the formula in TeX syntax, without dollar signs.
  public init(tex source: String) { runs = source.isEmpty ? [] : [.formula(source)] }

  /// Creates a text that is one formula and has a plain form.
  init(tex source: String, plain: String) {
    runs = [TextRun(content: .formula(source, plain: plain))]
  }

  /// Sets the role that decides on size and weight, where no part has one of its own.
  public func font(_ role: TextRole) -> Text {
    changed { $0.role = $0.role ?? role }
  }

  /// Sets the colour, where no part has one of its own.
  public func foregroundStyle(_ color: ThemeColor) -> Text {
    changed { $0.color = $0.color ?? color }
  }

  /// Makes the letters thicker.
  public func bold() -> Text { changed { $0.weight = $0.weight ?? .bold } }

  /// Makes the letters as thick as running text, whatever the role says.
  public func regular() -> Text { changed { $0.weight = $0.weight ?? .regular } }

  /// Sets where short lines lie.
  public func multilineTextAlignment(_ alignment: HorizontalAlignment) -> Text {
    lines(alignment.lines)
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

  /// Makes lines about equally long.
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

  /// Whether there is nothing to read.
  public var isEmpty: Bool { runs.allSatisfy(\.plain.isEmpty) }

  /// The characters without their looks, formulas as their source between dollar signs.
  public var plain: String { runs.map(\.plain).joined() }

  private func changed(_ change: (inout TextRun) -> Void) -> Text {
    var text = self
    for index in text.runs.indices { change(&text.runs[index]) }
    return text
  }

  /// Resolves the text.
  public func block(in context: LayoutContext) throws -> any Block {
    TextContentBlock(text: self, context: context)
  }
}
