import BurinGeometry
import BurinScene

/// A text at a place of the plot, its middle where the values meet.
///
/// ```swift
/// TextMark(x: .value("chapter", "3"), y: .value("row", "teacher")) { Text("70%").bold() }
/// ```
///
/// A position sets the text beside the place instead, `.trailing` for one that begins there. The
/// text stays there whatever else is drawn; a ``CalloutMark`` or an annotation finds free room.
public struct TextMark: Mark {
  /// What every mark can be told.
  public var options = MarkOptions()
  var x: PlottableValue
  var y: PlottableValue

  /// The kind in words.
  public var kind: String { "text" }

  /// Makes a text.
  ///
  /// - Parameters:
  ///   - x: where the text stands.
  ///   - y: where the text stands.
  ///   - position: the side of the place on which the text stands; `.overlay` for both.
  ///   - spacing: the distance from the place, in points.
  ///   - content: the text.
  public init(
    x: PlottableValue, y: PlottableValue, position: AnnotationPosition = .overlay,
    spacing: Double = 0, content: () -> Text
  ) {
    self.x = x
    self.y = y
    var annotation = Annotation(text: content(), position: position, spacing: spacing)
    annotation.constraints = [.fixed]
    options.annotations = [annotation]
  }

  /// Tells the values to the axes.
  public func contribute(to domains: inout DomainCollector) throws {
    try domains.x.add(x, mark: kind)
    try domains.y.add(y, mark: kind)
  }

  /// Draws nothing by itself: the annotation draws the text.
  public func draw(in plot: PlotArea) throws -> MarkDrawing {
    guard let place = plot.point(x, y), place.x.isFinite, place.y.isFinite else {
      return MarkDrawing(items: [])
    }
    return MarkDrawing(items: [], anchor: Rect(center: place, size: .zero))
  }
}
