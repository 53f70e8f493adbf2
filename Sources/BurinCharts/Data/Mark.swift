public import BurinGeometry
public import BurinScene

/// One type of mark; each is one file under `Marks/`.
///
/// A mark type declares which values it takes, how its layer is transformed, and the scene items of
/// a mark at its place. Nothing else in a chart knows any mark type, so that one of another package
/// stacks, joins, dodges, has its swatch in the legend and keeps labels off as Burin's own do:
///
/// ```swift
/// struct TickMark: Mark {
///   static let markName = "tick"
///   static let modifiers: MarkModifiers = .line
///   static let swatch = LegendSwatch.line
///
///   var channels: MarkChannels
///
///   init<X: Plottable>(x: PlottableValue<X>) { channels = MarkChannels(x: .init(x)) }
///
///   static func draw(_ mark: PlacedMark<TickMark>, in plot: PlotArea) throws -> MarkDrawing {
///     guard let x = plot.middle(mark.x, .x) else { return MarkDrawing() }
///     let (foot, head) = (Point(x, plot.rect.maxY), Point(x, plot.rect.maxY - 10))
///     let stroke = Stroke(
///       try plot.color(mark), width: mark.style.lineWidth ?? 1, dash: try plot.dash(mark))
///     return MarkDrawing(
///       items: [.stroke(.segment(foot, head), stroke)], anchor: Rect(foot, head),
///       lines: [[foot, head]])
///   }
/// }
/// ```
public protocol Mark: PrimitiveChartContent, Sendable {
  /// Constants beside the style, such as a width or a function; equal ones share a run.
  associatedtype Parameters: Hashable & Sendable = NoParameters

  /// The name in words, for messages and the scene: `bar`, `line`.
  static var markName: String { get }
  /// The modifiers that change the mark; any other is a diagnostic that names both.
  static var modifiers: MarkModifiers { get }
  /// What happens to the marks of the type before scales are trained, in order.
  static var transforms: [LayerTransform] { get }
  /// How much of the plot the mark paints; lines and points leave its ground seen.
  static var coverage: MarkCoverage { get }
  /// How the mark meets the edge of the plot.
  static var edge: MarkEdge { get }
  /// Whether automatic axes of the mark's numbers show zero.
  static var includesZero: Bool { get }
  /// Whether the mark's length stands for its value, so that a cut one tells a wrong value.
  static var showsLength: Bool { get }
  /// Whether a mark of a style lies behind all others, wherever it stands in the source.
  static func isBackdrop(_ style: MarkStyle) -> Bool
  /// What stands for the mark in a legend.
  static var swatch: LegendSwatch { get }
  /// Whether the mark is a point, around which labels keep a distance on all sides.
  static var isPoint: Bool { get }

  /// The values of the mark.
  var channels: MarkChannels { get }
  /// The constants beside the style.
  var parameters: Parameters { get }
  /// What the mark itself writes, such as a callout's text.
  var annotations: [Annotation] { get }

  /// Returns the values that a function takes over a stretch of x, so that the axis of y shows them.
  static func functionValues(_ parameters: Parameters, over x: [Double]) -> [Double]
  /// Returns the stretch of x that parameters alone ask for.
  static func functionDomain(_ parameters: Parameters) -> ClosedRange<Double>?
  /// Whether an axis shows zero because of parameters alone.
  static func showsZero(_ parameters: Parameters) -> Bool
  /// Returns the scale of the colours of a field; nil for marks of one colour.
  static func colorBar(_ parameters: Parameters) -> ColorBar?
  /// Returns the rectangles that other marks of the chart keep names off.
  static func obstacles(_ mark: PlacedMark<Self>, in plot: PlotArea) -> [Rect]
  /// Returns the lines that other marks of the chart keep names off.
  static func strikes(_ mark: PlacedMark<Self>, in plot: PlotArea) -> [[Point]]
  /// Returns the scene items of the mark at its place.
  static func draw(_ mark: PlacedMark<Self>, in plot: PlotArea) throws -> MarkDrawing
  /// Returns one scene item of all rows of a run; nil where each row is an item of its own.
  static func drawColumns(_ mark: PlacedMark<Self>, in plot: PlotArea) throws -> MarkDrawing?
}

/// The parameters of marks that have none.
public struct NoParameters: Hashable, Sendable {
  /// Makes no parameters.
  public init() {}
}

extension Mark {
  /// Most marks draw each row that has all its values.
  public static var transforms: [LayerTransform] { [.filter] }
  /// Most marks leave the plot's ground seen.
  public static var coverage: MarkCoverage { .nothing }
  /// Most marks are cut where a part lies outside of the plot.
  public static var edge: MarkEdge { .cut }
  /// Most marks need no zero.
  public static var includesZero: Bool { false }
  /// Most marks tell their values by their places.
  public static var showsLength: Bool { false }
  /// Most marks are drawn in the order of the source.
  public static func isBackdrop(_ style: MarkStyle) -> Bool { false }
  /// Most marks are areas of one colour.
  public static var swatch: LegendSwatch { .square }
  /// Most marks are no points.
  public static var isPoint: Bool { false }
  /// Most marks write nothing by themselves.
  public var annotations: [Annotation] { [] }
  /// Most marks are no functions.
  public static func functionValues(_ parameters: Parameters, over x: [Double]) -> [Double] { [] }
  /// Most marks are no functions.
  public static func functionDomain(_ parameters: Parameters) -> ClosedRange<Double>? { nil }
  /// Most marks ask for nothing beyond their values.
  public static func showsZero(_ parameters: Parameters) -> Bool { false }
  /// Most marks have one colour.
  public static func colorBar(_ parameters: Parameters) -> ColorBar? { nil }
  /// Most marks let names of others lie on them.
  public static func obstacles(_ mark: PlacedMark<Self>, in plot: PlotArea) -> [Rect] { [] }
  /// Most marks are no lines across others, or names lie on them.
  public static func strikes(_ mark: PlacedMark<Self>, in plot: PlotArea) -> [[Point]] { [] }
  /// Most marks are drawn one by one.
  public static func drawColumns(
    _ mark: PlacedMark<Self>, in plot: PlotArea
  ) throws -> MarkDrawing? { nil }
  /// Adds the mark to a chart.
  public func collect(into collector: inout ChartCollector) { collector.add(self) }
}

extension Mark where Parameters == NoParameters {
  /// No constants beside the style.
  public var parameters: NoParameters { NoParameters() }
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

/// How a mark meets the edge of the plot; what lies beyond it is never shown.
public enum MarkEdge: Hashable, Sendable {
  /// Cut at the edge where a part lies beyond it.
  case cut
  /// Shown whole where its place lies within the plot, and not at all elsewhere.
  case whole
  /// Always cut, half a line's width beyond the edge, so that a line along it is seen in full width.
  case clipped
}

/// What stands for a series in a legend.
public enum LegendSwatch: Hashable, Sendable {
  /// A square of the colour.
  case square
  /// A stretch of the line with its dashes.
  case line
  /// The symbol.
  case point
}

/// What a mark contributes to the scene.
public struct MarkDrawing: Sendable {
  /// The items.
  public var items: [SceneItem]
  /// Items on top that are shown whole although the mark is cut at the plot, such as the symbols of
  /// a line.
  public var overlay: [SceneItem] = []
  /// The rectangle to which annotations keep.
  public var anchor: Rect?
  /// The rectangle of the mark's values, by which it is judged to lie within the plot; nil for the
  /// anchor.
  public var place: Rect?
  /// Lines that labels should keep off, and along which automatic labels are placed.
  public var lines: [[Point]]
  /// Areas that labels of others should keep off.
  public var solids: [Rect]
  /// The circle outside of which an automatic annotation is placed, such as a pie's.
  var rim: Rim?
  /// The side of the mark that an automatic annotation takes; nil for the least obstructive place.
  var side: AnnotationPosition?
  /// Which of many rows lie within the plot; nil for a drawing of one mark.
  var places: ColumnPlaces?

  /// Makes a drawing.
  public init(
    items: [SceneItem] = [], anchor: Rect? = nil, place: Rect? = nil, lines: [[Point]] = [],
    solids: [Rect] = []
  ) {
    self.items = items
    self.anchor = anchor
    self.place = place
    self.lines = lines
    self.solids = solids
  }
}

/// A function of one or two numbers as a parameter of a mark; it equals only itself.
public final class MarkFunction<Input, Output>: Hashable, Sendable {
  private let function: @Sendable (Input) -> Output

  /// Makes a parameter of a function.
  public init(_ function: @escaping @Sendable (Input) -> Output) { self.function = function }

  /// The function's value.
  public func callAsFunction(_ input: Input) -> Output { function(input) }

  /// Whether both are the same object.
  public static func == (a: MarkFunction, b: MarkFunction) -> Bool { a === b }
  /// Hashes the identity.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension String {
  /// The word with its indefinite article.
  var withArticle: String { (first.map { "aeiou".contains($0) } ?? false ? "an " : "a ") + self }
}
