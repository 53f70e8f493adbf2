import BurinGeometry

/// A text at a place of the plot, its middle where the values meet.
///
/// ```swift
/// TextMark(x: .value("Chapter", "3"), y: .value("Row", "Teacher")) { Text("70%").bold() }
/// ```
///
/// A position sets the text beside the place instead, `.trailing` for one that begins there. The
/// text stays there whatever else is drawn; a ``CalloutMark`` or an annotation finds free room.
public struct TextMark: Mark {
  /// The name in words.
  public static let markName = "text"
  /// Texts have their looks from their content.
  public static let modifiers: MarkModifiers = []
  /// A text is shown whole where its place lies within the plot.
  public static let edge = MarkEdge.whole

  /// The values of the place.
  public var channels: MarkChannels
  /// The text.
  public var annotations: [Annotation]

  /// Makes a text.
  ///
  /// - Parameters:
  ///   - x: where the text stands.
  ///   - y: where the text stands.
  ///   - position: the side of the place on which the text stands; `.overlay` for both.
  ///   - spacing: the distance from the place, in points.
  ///   - content: the text.
  public init<X: Plottable, Y: Plottable>(
    x: PlottableValue<X>, y: PlottableValue<Y>, position: AnnotationPosition = .overlay,
    spacing: Double = 0, content: () -> Text
  ) {
    channels = MarkChannels(x: .init(x), y: .init(y))
    var annotation = Annotation(text: content(), position: position, spacing: spacing)
    annotation.constraints = [.fixed]
    annotations = [annotation]
  }

  /// Returns the place; the annotation is the text.
  public static func draw(_ mark: PlacedMark<TextMark>, in plot: PlotArea) -> MarkDrawing {
    guard let place = plot.point(of: mark) else { return MarkDrawing() }
    return MarkDrawing(anchor: Rect(center: place, size: .zero))
  }
}
