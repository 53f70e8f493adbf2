public import BurinCharts
public import BurinGeometry
public import Foundation

extension Path {
  /// Creates a closed rectangle.
  public init(_ rect: CGRect) { self.init(rect.rect) }
  /// Creates a closed ellipse that fills a rectangle.
  public init(ellipseIn rect: CGRect) { self.init(ellipseIn: rect.rect) }
  /// Creates a closed rectangle with round corners.
  public init(
    roundedRect rect: CGRect, cornerRadius: CGFloat, style: RoundedCornerStyle = .continuous
  ) { self.init(roundedRect: rect.rect, cornerRadius: Double(cornerRadius), style: style) }

  /// Starts a new subpath.
  public mutating func move(to point: CGPoint) { move(to: Point(point)) }
  /// Adds a straight segment.
  public mutating func addLine(to point: CGPoint) { addLine(to: Point(point)) }
  /// Adds a cubic Bézier segment.
  public mutating func addCurve(to end: CGPoint, control1: CGPoint, control2: CGPoint) {
    addCurve(to: Point(end), control1: Point(control1), control2: Point(control2))
  }
  /// Adds a quadratic Bézier segment.
  public mutating func addQuadCurve(to end: CGPoint, control: CGPoint) {
    addQuadCurve(to: Point(end), control: Point(control))
  }
  /// Adds straight segments through points, from the first one.
  public mutating func addLines(_ points: [CGPoint]) { addLines(points.map { Point($0) }) }
  /// Adds a part of a circle, after a straight segment to its start.
  ///
  /// `clockwise` is seen where y grows upwards, as in SwiftUI: on the page it is anticlockwise.
  public mutating func addArc(
    center: CGPoint, radius: CGFloat, startAngle: Angle, endAngle: Angle, clockwise: Bool
  ) {
    addArc(
      center: Point(center), radius: Double(radius), startAngle: startAngle, endAngle: endAngle,
      clockwise: clockwise)
  }
  /// Adds a closed rectangle.
  public mutating func addRect(_ rect: CGRect) { addRect(rect.rect) }
  /// Adds a closed ellipse that fills a rectangle.
  public mutating func addEllipse(in rect: CGRect) { addEllipse(in: rect.rect) }
  /// Adds a closed rectangle with round corners.
  public mutating func addRoundedRect(
    in rect: CGRect, cornerSize: CGSize, style: RoundedCornerStyle = .continuous
  ) { addRoundedRect(in: rect.rect, cornerSize: Size(cornerSize), style: style) }
}
