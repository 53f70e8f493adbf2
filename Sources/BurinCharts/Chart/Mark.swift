public import BurinGeometry
public import BurinScene

/// One kind of thing that a chart shows; each kind is one file under `Marks/`.
///
/// A mark first tells its values to the scales, then contributes items at the places that the
/// scales gave. It never draws.
public protocol Mark: ChartContent {
  /// What every mark can be told.
  var options: MarkOptions { get set }
  /// The kind in words, for messages and the scene: `bar`, `line`.
  var kind: String { get }
  /// Whether what leaves the plot area is cut off.
  var isClipped: Bool { get }
  /// Tells the values that the axes must show.
  func contribute(to domains: inout DomainCollector) throws
  /// Tells the values of functions, once the domain of x is known.
  func contributeFunctions(to domains: inout DomainCollector, x: ClosedRange<Double>) throws
  /// Computes once what does not depend on the places, such as the values of a field.
  func prepared() -> Self
  /// How much of the plot the mark paints; lines and points leave its ground seen.
  var coverage: MarkCoverage { get }
  /// The scale of the mark's colours; nil for marks of one colour.
  var colorBar: ColorBar? { get }
  /// Gives the items at their places.
  func draw(in plot: PlotArea) throws -> MarkDrawing
}

extension Mark {
  /// A mark is its own content.
  public var marks: [any Mark] { [self] }
  /// Points and bars may touch the edge of the plot.
  public var isClipped: Bool { false }
  /// Most marks have nothing to compute.
  public func prepared() -> Self { self }
  /// Most marks leave the plot's ground seen.
  public var coverage: MarkCoverage { .nothing }
  /// Most marks have one colour.
  public var colorBar: ColorBar? { nil }
  /// Most marks are not functions.
  public func contributeFunctions(
    to domains: inout DomainCollector, x: ClosedRange<Double>
  ) throws {}
}

/// How much of the plot a mark paints, which says where the lines of axes are drawn.
public enum MarkCoverage: Hashable, Sendable {
  /// Lines and points: the line of an axis lies below them.
  case nothing
  /// Areas that stand on an axis, whose line is drawn over their ends.
  case part
  /// The plot all over: no axis runs through it.
  case plot
}

/// What a mark contributes to the scene.
public struct MarkDrawing: Sendable {
  /// The items.
  public var items: [SceneItem]
  /// The rectangle to which annotations keep.
  public var anchor: Rect?
  /// Lines that labels should keep off, and along which automatic labels are placed.
  public var lines: [[Point]]
  /// Areas that labels of others should keep off.
  public var solids: [Rect]

  /// Makes a drawing.
  public init(
    items: [SceneItem], anchor: Rect? = nil, lines: [[Point]] = [], solids: [Rect] = []
  ) {
    self.items = items
    self.anchor = anchor
    self.lines = lines
    self.solids = solids
  }
}
