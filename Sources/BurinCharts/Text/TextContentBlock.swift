import BurinGeometry
import BurinText

/// A text in a layout, set at the proposed width.
struct TextContentBlock: Block {
  var text: Text
  /// The role of spans without a font.
  var role: TextRole
  var context: LayoutContext

  var summary: String {
    "the text “\(text.plain.split(separator: "\n").joined(separator: " "))”"
  }

  private func layout(_ width: Double?) throws -> TextBlock {
    guard let limit = text.maximumLines ?? nil else {
      return try context.layout(text, role: role, color: .primary, width: width)
    }
    try ChartError.check(Double(limit), "lineLimit", from: 1)
    let least = text.minimumScale ?? 1
    try ChartError.check(least, "minimumScaleFactor", to: 1)
    var scaled = text
    // A text may lose a twentieth of its size at a time.
    for step in 0...20 {
      scaled.scale = max(least, 1 - Double(step) / 20)
      guard scaled.scale > 0 else { break }
      let block = try context.layout(scaled, role: role, color: .primary, width: width)
      if block.lineCount <= limit, width.map({ block.size.width <= $0 + 0.5 }) ?? true {
        return block
      }
      if scaled.scale <= least { break }
    }
    return try context.fitted(
      scaled, role: role, color: .primary, width: width ?? .infinity, lines: limit
    ).block
  }

  func size(_ proposal: ProposedSize) throws -> Size { try layout(proposal.width).size }

  func firstBaseline(in size: Size) throws -> Double? { try layout(size.width).firstBaseline }

  func lastBaseline(in size: Size) throws -> Double? { try layout(size.width).lastBaseline }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    let block = try layout(rect.width)
    if block.size.width > rect.width + 0.5 {
      throw ChartError.doesNotFit(
        what: "text “\(text.plain)”", needs: block.size.width, available: rect.width)
    }
    let x = rect.minX + (rect.width - block.size.width) * block.share(before: text.alignment)
    return Drawing(items: [block.placed(at: Point(x, rect.minY))])
  }
}
