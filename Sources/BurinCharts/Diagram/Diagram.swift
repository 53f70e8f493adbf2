import BurinGeometry
import BurinScene

/// Content with connectors between its named pieces.
///
/// ```swift
/// Diagram {
///   HStack { Text("I(x)").card().anchor("I"); Text("H(P)").card().anchor("H") }
/// } connectors: {
///   Connector(from: "I", to: "H", label: "取平均")
/// }
/// ```
///
/// Connectors refer to the names of ``FigureContent/anchor(_:)``, to marks that charts have named,
/// and to the named parts of formulas, also of those within titles, labels and cells.
public struct Diagram: PrimitiveContent {
  var content: VStack
  var connectors: [Connector]

  /// Creates a diagram, with the connectors drawn over the content.
  public init(
    @FigureContentBuilder content: () throws -> [AnyContent],
    @ConnectorBuilder connectors: () throws -> [Connector]
  ) rethrows {
    self.content = try VStack(content: content)
    self.connectors = try connectors()
  }

  /// Resolves the content.
  public func block(in context: LayoutContext) throws -> any Block {
    DiagramBlock(
      child: try content.measured(in: context), connectors: connectors, context: context)
  }
}

/// A result builder of connectors.
@resultBuilder
public enum ConnectorBuilder {
  /// Returns a list of one connector.
  public static func buildExpression(_ connector: Connector) -> [Connector] { [connector] }
  /// Joins the connectors of a block, in drawing order.
  public static func buildBlock(_ parts: [Connector]...) -> [Connector] { parts.flatMap { $0 } }
  /// Returns the connectors of an `if` without `else`.
  public static func buildOptional(_ part: [Connector]?) -> [Connector] { part ?? [] }
  /// Returns the connectors of the first branch of a choice.
  public static func buildEither(first part: [Connector]) -> [Connector] { part }
  /// Returns the connectors of the second branch of a choice.
  public static func buildEither(second part: [Connector]) -> [Connector] { part }
  /// Joins the connectors of a loop.
  public static func buildArray(_ parts: [[Connector]]) -> [Connector] { parts.flatMap { $0 } }
}

struct DiagramBlock: WrapperBlock {
  var child: MeasuredBlock
  var connectors: [Connector]
  var context: LayoutContext

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    var drawing = try child.draw(in: rect, plotInsets: plotInsets)
    guard !connectors.isEmpty else { return drawing }
    var parts = drawing.items.formulaParts
    for connector in connectors {
      let start = try find(connector.start, among: drawing.anchors, parts)
      let end = try find(connector.end, among: drawing.anchors, parts)
      let item = try ConnectorPath(connector: connector, start: start, end: end).item(context)
      drawing.items.append(item)
      parts += [item].formulaParts
    }
    return drawing
  }

  /// Returns the rectangle of a name: an anchor, or a part of a formula in any text.
  private func find(
    _ name: String, among anchors: [Drawing.Anchor], _ parts: [(name: String, ink: Rect)]
  ) throws -> Rect {
    if let anchor = anchors.first(where: { $0.name == name }) { return anchor.rect }
    guard let part = parts.first(where: { $0.name == name }) else {
      let known = anchors.map(\.name) + parts.map(\.name)
      var seen: Set<String> = []
      throw ChartError.unknownAnchor(name, known: known.filter { seen.insert($0).inserted })
    }
    return part.ink
  }
}

extension [SceneItem] {
  /// The named parts of all formulas with their ink, in painting order.
  fileprivate var formulaParts: [(name: String, ink: Rect)] {
    var parts: [(name: String, ink: Rect)] = []
    walk { visit in
      if case .group(let group) = visit.item, group.role == .part,
        let ink = group.items.inkBounds
      {
        parts.append((group.name, visit.setting.place(ink)))
      }
      return .inward
    }
    return parts
  }
}
