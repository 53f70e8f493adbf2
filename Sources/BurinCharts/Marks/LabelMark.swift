import BurinGeometry

/// A label at a place, or along a stretch, of the plot that draws nothing else.
///
/// ```swift
/// LabelMark(x: .value("Total", 12.5), position: .trailing) { Text("12.5 bits").bold() }
/// LabelMark(xStart: .value("From", 2), xEnd: .value("To", 5), y: .value("Load", 9)) { "busy" }
/// ```
///
/// The label finds free room as an annotation of a mark at that place does; a ``TextMark`` stays
/// exactly where it is put.
public struct LabelMark: Mark {
  /// The name in words.
  public static let markName = "label"
  /// Labels have their looks from their content.
  public static let modifiers: MarkModifiers = []
  /// A label is shown whole where its place lies within the plot.
  public static let edge = MarkEdge.whole

  /// The values of the place.
  public var channels: MarkChannels
  /// The text.
  public var annotations: [Annotation]

  private init(
    _ channels: MarkChannels, _ position: AnnotationPosition, _ spacing: Double,
    _ content: () -> Text
  ) {
    self.channels = channels
    annotations = [Annotation(text: content(), position: position, spacing: spacing)]
  }

  /// Makes a label at a pair of values.
  ///
  /// - Parameters:
  ///   - x: the place on the horizontal axis.
  ///   - y: the place on the vertical axis.
  ///   - position: the side of the place that is preferred.
  ///   - spacing: the distance from the place, in points.
  ///   - content: the text.
  public init<X: Plottable, Y: Plottable>(
    x: PlottableValue<X>, y: PlottableValue<Y>, position: AnnotationPosition = .automatic,
    spacing: Double = 4, content: () -> Text
  ) { self.init(MarkChannels(x: .init(x), y: .init(y)), position, spacing, content) }

  /// Makes a label at a value of x, beside the whole height of the plot.
  public init<X: Plottable>(
    x: PlottableValue<X>, position: AnnotationPosition = .automatic, spacing: Double = 4,
    content: () -> Text
  ) { self.init(MarkChannels(x: .init(x)), position, spacing, content) }

  /// Makes a label at a value of y, along the whole width of the plot.
  public init<Y: Plottable>(
    y: PlottableValue<Y>, position: AnnotationPosition = .automatic, spacing: Double = 4,
    content: () -> Text
  ) { self.init(MarkChannels(y: .init(y)), position, spacing, content) }

  /// Makes a label at a value of x, beside a stretch of y.
  public init<X: Plottable, Y: Plottable>(
    x: PlottableValue<X>, yStart: PlottableValue<Y>, yEnd: PlottableValue<Y>,
    position: AnnotationPosition = .automatic, spacing: Double = 4, content: () -> Text
  ) {
    self.init(MarkChannels(x: .init(x), y: .init(yStart, yEnd)), position, spacing, content)
  }

  /// Makes a label at a value of y, along a stretch of x.
  public init<X: Plottable, Y: Plottable>(
    xStart: PlottableValue<X>, xEnd: PlottableValue<X>, y: PlottableValue<Y>,
    position: AnnotationPosition = .automatic, spacing: Double = 4, content: () -> Text
  ) {
    self.init(MarkChannels(x: .init(xStart, xEnd), y: .init(y)), position, spacing, content)
  }

  /// Returns the place; the annotation is the text.
  public static func draw(_ mark: PlacedMark<LabelMark>, in plot: PlotArea) -> MarkDrawing {
    func ends(_ channel: Channel) -> (Double, Double)? {
      let scale = plot.scale(channel)
      let value = channel == .x ? mark.x : mark.y
      switch mark.run.form(channel) {
      case .none:
        return channel == .x ? (plot.rect.minX, plot.rect.maxX) : (plot.rect.maxY, plot.rect.minY)
      case .value, .stretch: return plot.middle(value, channel).map { ($0, $0) }
      case .ends:
        guard let from = scale.position(value.start), let to = scale.position(value.end) else {
          return nil
        }
        return (from, to)
      }
    }
    guard let x = ends(.x), let y = ends(.y) else { return MarkDrawing() }
    let (start, end) = (Point(x.0, y.0), Point(x.1, y.1))
    return MarkDrawing(
      anchor: Rect(start, end), lines: start == end ? [] : [[start, end]])
  }
}
