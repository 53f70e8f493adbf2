/// A sequence of straight and curved segments, in points.
///
/// ```swift
/// var path = Path()
/// path.move(to: Point(0, 0))
/// path.line(to: Point(10, 0))
/// path.bounds  // Rect(minX: 0, minY: 0, maxX: 10, maxY: 0)
/// ```
public struct Path: Hashable, Sendable {
  /// One step of the pen.
  public enum Element: Hashable, Sendable {
    /// Lifts the pen and starts a subpath at a point.
    case move(Point)
    /// Draws a straight segment.
    case line(Point)
    /// Draws a cubic Bézier segment with two control points.
    ///
    /// Kept apart, so that a line of a million points takes a third of the memory.
    indirect case cubic(Point, Point, Point)
    /// Draws back to the start of the subpath.
    case close
  }

  /// The steps in order.
  public private(set) var elements: [Element]

  /// Creates an empty path.
  public init() { elements = [] }

  /// Creates a path from its elements.
  public init(elements: [Element]) { self.elements = elements }

  /// Whether there is nothing to draw.
  public var isEmpty: Bool { elements.isEmpty }

  /// Starts a new subpath.
  public mutating func move(to point: Point) { elements.append(.move(point)) }
  /// Adds a straight segment.
  public mutating func line(to point: Point) { elements.append(.line(point)) }
  /// Adds a cubic Bézier segment.
  public mutating func cubic(_ control1: Point, _ control2: Point, to point: Point) {
    elements.append(.cubic(control1, control2, point))
  }
  /// Adds a quadratic Bézier segment as the cubic segment that draws the same curve.
  ///
  /// - Parameters:
  ///   - start: the current point.
  ///   - control: the quadratic's control point.
  ///   - point: the end.
  public mutating func quadratic(from start: Point, _ control: Point, to point: Point) {
    cubic(
      start.interpolated(to: control, at: 2.0 / 3), point.interpolated(to: control, at: 2.0 / 3),
      to: point)
  }
  /// Closes the current subpath.
  public mutating func close() { elements.append(.close) }
  /// Appends all elements of another path.
  public mutating func append(_ other: Path) { elements.append(contentsOf: other.elements) }
}
