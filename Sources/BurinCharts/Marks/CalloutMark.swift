import BurinGeometry
import BurinScene

/// A text with a thin line that leads to a place of the plot; the text finds free room by itself.
///
/// ```swift
/// CalloutMark(x: .value("q", 0.99), y: .value("bits", 2.33)) { Text("2.33 bits") }
/// ```
public struct CalloutMark: Mark {
  /// What every mark can be told.
  public var options = MarkOptions()
  var x: PlottableValue
  var y: PlottableValue

  /// The kind in words.
  public var kind: String { "callout" }

  /// Makes a callout.
  ///
  /// - Parameters:
  ///   - x: where the line leads to.
  ///   - y: where the line leads to.
  ///   - distance: how far the text keeps away, in points.
  ///   - content: the text.
  public init(
    x: PlottableValue, y: PlottableValue, distance: Double = 22, content: () -> Text
  ) {
    self.x = x
    self.y = y
    options.annotations = [
      Annotation(text: content(), position: .callout(distance: distance))
    ]
  }

  /// Tells the values to the axes.
  public func contribute(to domains: inout DomainCollector) throws {
    try domains.x.add(x, mark: kind)
    try domains.y.add(y, mark: kind)
  }

  /// Draws nothing by itself: the annotation draws text and line.
  public func draw(in plot: PlotArea) throws -> MarkDrawing {
    guard let place = plot.point(x, y), place.x.isFinite, place.y.isFinite else {
      return MarkDrawing(items: [])
    }
    return MarkDrawing(items: [], anchor: Rect(center: place, size: Size(8, 8)))
  }
}
