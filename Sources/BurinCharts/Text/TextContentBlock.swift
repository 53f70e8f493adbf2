import BurinGeometry
import BurinText

/// A text in a layout, set at the proposed width.
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
