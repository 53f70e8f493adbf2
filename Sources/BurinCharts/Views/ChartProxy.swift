public import BurinGeometry

/// The positions of a chart on a screen; in a picture none is known.
public struct ChartProxy: Hashable, Sendable {
  init() {}

  /// The rectangle of the plot: nil.
  public var plotFrame: Anchor<Rect>? { nil }
  /// The rectangle of the plot: zero.
  public var plotAreaFrame: Anchor<Rect> { Anchor(value: Rect(.zero, .zero)) }
  /// The size of the plot: zero.
  public var plotSize: Size { .zero }
  /// The size of the plot: zero.
  public var plotAreaSize: Size { .zero }

  /// Returns nil: no position is known.
  public func position(forX value: some Plottable) -> Double? { nil }
  /// Returns nil: no position is known.
  public func position(forY value: some Plottable) -> Double? { nil }
  /// Returns nil: no position is known.
  public func position<X: Plottable, Y: Plottable>(for values: (x: X, y: Y)) -> Point? { nil }
  /// Returns nil: no value is known.
  public func value<Value: Plottable>(atX position: Double, as type: Value.Type = Value.self)
    -> Value?
  { nil }
  /// Returns nil: no value is known.
  public func value<Value: Plottable>(atY position: Double, as type: Value.Type = Value.self)
    -> Value?
  { nil }
  /// Returns nil: no value is known.
  public func value<X: Plottable, Y: Plottable>(
    at position: Point, as type: (X, Y).Type = (X, Y).self
  ) -> (X, Y)? { nil }
  /// Has no effect in a picture.
  public func selectXValue(at position: Double) {}
  /// Has no effect in a picture.
  public func selectYValue(at position: Double) {}
  /// Has no effect in a picture.
  public func selectXRange(from start: Double, to end: Double) {}
  /// Has no effect in a picture.
  public func selectYRange(from start: Double, to end: Double) {}
  /// Has no effect in a picture.
  public func selectAngleValue(at position: Point) {}
}

/// A rectangle of other coordinates.
public struct Anchor<Value: Hashable & Sendable>: Hashable, Sendable { let value: Value }

/// The size of a view on a screen.
public struct GeometryProxy: Hashable, Sendable {
  /// The size.
  public var size: Size
  /// The rectangle of an anchor.
  public subscript(anchor: Anchor<Rect>) -> Rect { anchor.value }
  /// Returns the rectangle of the view.
  public func frame(in space: CoordinateSpace) -> Rect { Rect(origin: .zero, size: size) }
}

/// Content that depends on the size of its place; it isn't drawn in a picture.
public struct GeometryReader: PrimitiveContent {
  /// Creates content that isn't drawn.
  @available(
    *, deprecated,
    message: "isn't drawn in a picture: give frame(width:height:) or use annotations"
  )
  public init(@FigureContentBuilder content: (GeometryProxy) -> [AnyContent]) {}

  /// Resolves to empty space.
  public func block(in context: LayoutContext) throws -> any Block {
    context.note(Diagnostic("GeometryReader isn't drawn: its content depends on a screen"))
    return EmptyBlock()
  }
}
