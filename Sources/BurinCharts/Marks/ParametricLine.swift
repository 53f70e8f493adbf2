import BurinGeometry

/// The curve of a point that moves with a parameter, which ``LinePlot`` makes.
public struct ParametricLine: Mark {
  /// The function, as points sampled over its parameter.
  public struct Parameters: Hashable, Sendable {
    var function: MarkFunction<Double, Point>
    var domain: ClosedRange<Double>
  }

  /// The name in words.
  public static let markName = "curve"
  /// Curves use everything about strokes.
  public static let modifiers: MarkModifiers = [.color, .opacity, .lineWidth, .dash, .series]
  /// Curves are cut at the edge of the plot.
  public static let edge = MarkEdge.clipped
  /// A legend shows a stretch of the line.
  public static let swatch = LegendSwatch.line

  /// The extent of the curve.
  public let channels: MarkChannels
  /// The function and its parameters.
  public let parameters: Parameters

  /// The number of places at which the curve is sampled.
  private static let samples = 1_024

  init(
    x: String, y: String, domain: ClosedRange<Double>,
    function: @escaping @Sendable (Double) -> (x: Double, y: Double)
  ) {
    let function = MarkFunction<Double, Point> { t in
      let place = function(t)
      return Point(place.x, place.y)
    }
    parameters = Parameters(function: function, domain: domain)
    let points = Self.points(parameters).filter { $0.x.isFinite && $0.y.isFinite }
    func extent(_ label: String, _ values: [Double]) -> MarkChannels.Position? {
      guard let low = values.min(), let high = values.max() else { return nil }
      return .init(label, low...high)
    }
    channels = MarkChannels(x: extent(x, points.map(\.x)), y: extent(y, points.map(\.y)))
  }

  private static func points(_ parameters: Parameters) -> [Point] {
    let (low, high) = (parameters.domain.lowerBound, parameters.domain.upperBound)
    return (0...samples).map { step in
      let part = Double(step) / Double(samples)
      return parameters.function(low * (1 - part) + high * part)
    }
  }

  /// Returns the curve.
  public static func draw(
    _ mark: PlacedMark<ParametricLine>, in plot: PlotArea
  ) throws -> MarkDrawing {
    var segments: [[Point]] = [[]]
    for value in points(mark.parameters) {
      if value.x.isFinite, value.y.isFinite, let place = plot.point(value.x, value.y) {
        segments[segments.count - 1].append(place)
      } else if segments.last?.isEmpty == false {
        segments.append([])
      }
    }
    return try LineDrawing(segments: segments).drawing(of: mark, in: plot)
  }
}
