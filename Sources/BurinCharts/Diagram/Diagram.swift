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
public struct Diagram: PrimitiveContent {
  var content: VStack
  var connectors: [Connector]

  /// Draws content and connectors over it.
  public init(
    @FigureContentBuilder content: () throws -> [AnyContent],
    @ConnectorBuilder connectors: () throws -> [Connector]
  ) rethrows {
    self.content = try VStack(content: content)
    self.connectors = try connectors()
  }

  /// Resolves the content.
  public func block(in context: LayoutContext) throws -> any Block {
    DiagramBlock(child: try content.block(in: context), connectors: connectors, context: context)
  }
}

/// Collects connectors.
@resultBuilder
public enum ConnectorBuilder {
  /// One connector.
  public static func buildExpression(_ connector: Connector) -> [Connector] { [connector] }
  /// Connectors in drawing order.
  public static func buildBlock(_ parts: [Connector]...) -> [Connector] { parts.flatMap { $0 } }
  /// An `if` without `else`.
  public static func buildOptional(_ part: [Connector]?) -> [Connector] { part ?? [] }
  /// The first branch of a choice.
  public static func buildEither(first part: [Connector]) -> [Connector] { part }
  /// The second branch of a choice.
  public static func buildEither(second part: [Connector]) -> [Connector] { part }
  /// A loop.
  public static func buildArray(_ parts: [[Connector]]) -> [Connector] { parts.flatMap { $0 } }
}

struct DiagramBlock: WrapperBlock {
  var child: any Block
  var connectors: [Connector]
  var context: LayoutContext

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    var drawing = try child.draw(in: rect, plotInsets: plotInsets)
    for connector in connectors {
      let start = try find(connector.start, in: drawing.anchors)
      let end = try find(connector.end, in: drawing.anchors)
      drawing.items.append(
        try ConnectorPath(connector: connector, start: start, end: end).item(context))
    }
    return drawing
  }

  private func find(_ name: String, in anchors: [Drawing.Anchor]) throws -> Rect {
    guard let anchor = anchors.first(where: { $0.name == name }) else {
      throw ChartError.unknownAnchor(name, known: anchors.map(\.name))
    }
    return anchor.rect
  }
}
