import BurinGeometry
import BurinScene

/// A chart whose diagnostics say which one it is.
struct NamedChartBlock: Block {
  let block: any Block
  let name: String
  let context: LayoutContext

  var summary: String { block.summary }
  var horizontal: Flexibility { block.horizontal }
  var vertical: Flexibility { block.vertical }

  func size(_ proposal: ProposedSize) throws -> Size {
    try context.within(name) { try block.size(proposal) }
  }

  func plotInsets(in size: Size) throws -> Insets? {
    try context.within(name) { try block.plotInsets(in: size) }
  }

  func firstBaseline(in size: Size) throws -> Double? {
    try context.within(name) { try block.firstBaseline(in: size) }
  }

  func lastBaseline(in size: Size) throws -> Double? {
    try context.within(name) { try block.lastBaseline(in: size) }
  }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    try context.within(name) { try block.draw(in: rect, plotInsets: plotInsets) }
  }
}
