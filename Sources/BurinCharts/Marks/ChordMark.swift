public import BurinGeometry
import BurinScene

/// The straight line between two points of a curve.
///
/// ```swift
/// ChordMark(from: (0.5, log(0.5)), to: (4, log(4)))
/// ```
public struct ChordMark: Mark {
  /// Whether the ends are marked.
  public struct Parameters: Hashable, Sendable {
    var showsEnds: Bool
  }

  /// The name in words.
  public static let markName = "chord"
  /// Chords use everything about strokes, and the size of their ends.
  public static let modifiers: MarkModifiers = [.color, .opacity, .lineWidth, .dash, .symbolSize]
  /// A legend shows a stretch of the line.
  public static let swatch = LegendSwatch.line

  private let start: (Double, Double)
  private let end: (Double, Double)
  /// Whether the ends are marked.
  public let parameters: Parameters

  /// Makes a chord.
  ///
  /// - Parameters:
  ///   - start: x and y of one end.
  ///   - end: x and y of the other end.
  ///   - showsEnds: whether the ends are marked by points.
  public init(
    from start: (Double, Double), to end: (Double, Double), showsEnds: Bool = true
  ) {
    self.start = start
    self.end = end
    parameters = Parameters(showsEnds: showsEnds)
  }

  /// The ends.
  public var channels: MarkChannels {
    MarkChannels(
      x: .init(ChannelValue("", start.0), ChannelValue("", end.0)),
      y: .init(ChannelValue("", start.1), ChannelValue("", end.1)))
  }

  /// Returns the chord's value at x.
  public func value(at x: Double) -> Double {
    start.1 + (end.1 - start.1) * (x - start.0) / (end.0 - start.0)
  }

  /// The line.
  public static func strikes(_ mark: PlacedMark<ChordMark>, in plot: PlotArea) -> [[Point]] {
    guard let a = plot.point(mark.x.start, mark.y.start),
      let b = plot.point(mark.x.end, mark.y.end)
    else { return [] }
    return [[a, b]]
  }

  /// Returns the line and its ends.
  public static func draw(_ mark: PlacedMark<ChordMark>, in plot: PlotArea) throws -> MarkDrawing {
    guard let a = plot.point(mark.x.start, mark.y.start),
      let b = plot.point(mark.x.end, mark.y.end)
    else { return MarkDrawing() }
    let color = try plot.baseColor(mark, default: .secondary)
    let canvas = try plot.context.color(.canvas)
    var items: [SceneItem] = [
      .stroke(
        .segment(a, b),
        Stroke(
          color, width: mark.style.lineWidth ?? 1.8, cap: .round, dash: try plot.dash(mark)))
    ]
    let diameter = plot.symbolDiameter(mark)
    let boxes = [a, b].map { Rect(center: $0, size: Size(diameter, diameter)) }
    if mark.parameters.showsEnds {
      items += boxes.map {
        .path(
          PathItem(.ellipse(in: $0), fill: .color(color), stroke: Stroke(canvas, width: 1.2)))
      }
    }
    return MarkDrawing(
      items: items.faded(plot.opacity(mark)), anchor: Rect(a, b), lines: [[a, b]],
      solids: mark.parameters.showsEnds ? boxes : [])
  }
}

extension [SceneItem] {
  /// The items as a whole that lets the ground show through.
  func faded(_ opacity: Double) -> [SceneItem] {
    guard opacity < 1, !isEmpty else { return self }
    return [.group(SceneGroup(.mark, opacity: Swift.max(0, opacity), items: self))]
  }
}
