import BurinGeometry
import BurinText

/// Text, in one or more colours and weights, with formulas between dollar signs and bold words
/// between double asterisks.
///
/// ```swift
/// Text("每次多花 $D_{KL}(P\\|Q)$ 比特").font(.headline)
/// Text("supply").foregroundStyle(.good) + " and " + Text("demand").foregroundStyle(.bad)
/// ```
///
/// A literal dollar sign is written `\$`, a literal asterisk may be written `\*`. Text without a font takes the one of its place (label,
/// tick, body); its width is as offered, lines break where they must.
public struct Text: PrimitiveContent, Hashable, ExpressibleByStringInterpolation {
  struct Run: Hashable, Sendable {
    var string: String
    var role: TextRole?
    var weight: FontWeight?
    var color: ThemeColor?
  }

  var runs: [Run]
  var alignment: Paragraph.Alignment = .leading
  var balanced = false
  var lineHeight: Double?

  /// Makes text from a string.
  public init(_ string: String) { runs = [Run(string: string)] }

  /// Makes text from a literal.
  public init(stringLiteral value: String) { self.init(value) }

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

  /// Says where short lines lie.
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

  /// One text after another.
  public static func + (left: Text, right: Text) -> Text {
    var text = left
    text.runs += right.runs
    return text
  }

  /// Whether there is nothing to read.
  public var isEmpty: Bool { runs.allSatisfy(\.string.isEmpty) }

  /// The characters without their looks.
  public var plain: String { runs.map(\.string).joined() }

  private func changed(_ change: (inout Run) -> Void) -> Text {
    var text = self
    for index in text.runs.indices { change(&text.runs[index]) }
    return text
  }

  /// Resolves the text.
  public func block(in context: LayoutContext) throws -> any Block {
    TextContentBlock(text: self, context: context)
  }
}

struct TextContentBlock: Block {
  var text: Text
  var context: LayoutContext

  var summary: String {
    "the text “\(text.plain.split(separator: "\n").joined(separator: " "))”"
  }

  private func layout(_ width: Double?) throws -> TextBlock {
    try context.layout(text, role: .body, color: .primary, width: width)
  }

  func size(_ proposal: ProposedSize) throws -> Size { try layout(proposal.width).size }

  func firstBaseline(in size: Size) throws -> Double? { try layout(size.width).firstBaseline }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    let block = try layout(rect.width)
    if block.size.width > rect.width + 0.5 {
      throw ChartError.doesNotFit(
        what: "text “\(text.plain)”", needs: block.size.width, available: rect.width)
    }
    let x: Double =
      switch text.alignment {
      case .leading: rect.minX
      case .center: rect.midX - block.size.width / 2
      case .trailing: rect.maxX - block.size.width
      }
    return Drawing(items: [block.placed(at: Point(x, rect.minY))])
  }
}
