import BurinGeometry

/// A text with a thin line that leads to a place of the plot; the text finds free room by itself.
///
/// ```swift
/// CalloutMark(x: .value("q", 0.99), y: .value("bits", 2.33)) { Text("2.33 bits") }
/// ```
public struct CalloutMark: Mark {
  /// The name in words.
  public static let markName = "callout"
  /// Callouts have their looks from their content.
  public static let modifiers: MarkModifiers = []
  /// A callout is shown whole where its place lies within the plot.
  public static let edge = MarkEdge.whole

  /// The values of the place.
  public var channels: MarkChannels
  /// The text.
  public var annotations: [Annotation]

  /// Makes a callout.
  ///
  /// - Parameters:
  ///   - x: where the line leads to.
  ///   - y: where the line leads to.
  ///   - distance: how far the text keeps away, in points.
  ///   - content: the text.
  public init<X: Plottable, Y: Plottable>(
    x: PlottableValue<X>, y: PlottableValue<Y>, distance: Double = 22, content: () -> Text
  ) {
    channels = MarkChannels(x: .init(x), y: .init(y))
    annotations = [Annotation(text: content(), position: .callout(distance: distance))]
  }

  /// Returns the place; the annotation is text and line.
  public static func draw(_ mark: PlacedMark<CalloutMark>, in plot: PlotArea) -> MarkDrawing {
    guard let place = plot.point(of: mark) else { return MarkDrawing() }
    return MarkDrawing(
      anchor: Rect(center: place, size: Size(8, 8)), place: Rect(center: place, size: .zero))
  }
}
