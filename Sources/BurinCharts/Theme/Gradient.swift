import BurinGeometry
import BurinScene

/// Colours that change along a line.
///
/// As a style, the first colour is at the top and the last one at the bottom.
public struct Gradient: ShapeStyle, Hashable {
  /// A colour at a place.
  public struct Stop: Hashable, Sendable {
    /// The colour.
    public var color: Color
    /// The place, from 0 at the start to 1 at the end.
    public var location: Double
    /// Creates a colour at a place.
    public init(color: Color, location: Double) {
      self.color = color
      self.location = location
    }
  }

  /// The colours with their places.
  public var stops: [Stop]

  /// Creates a gradient of colours with their places.
  public init(stops: [Stop]) { self.stops = stops }

  /// Creates a gradient of colours at equal distances.
  public init(colors: [Color]) {
    let last = Double(max(colors.count - 1, 1))
    stops = colors.enumerated().map { Stop(color: $1, location: Double($0) / last) }
  }

  /// The gradient from top to bottom, as a style.
  public var anyShapeStyle: AnyShapeStyle {
    LinearGradient(gradient: self, startPoint: .top, endPoint: .bottom).anyShapeStyle
  }

  /// The stops in order, within 0…1; a clear one where there is none.
  var sortedStops: [Stop] {
    guard !stops.isEmpty else { return [Stop(color: .clear, location: 0)] }
    return stops.map {
      Stop(color: $0.color, location: $0.location.isFinite ? $0.location.clamped(to: 0...1) : 0)
    }.sorted { $0.location < $1.location }
  }

  /// Returns the stops of a paint.
  ///
  /// Renderers mix the bytes of colours, and clear is a black that isn't seen: so that what fades to
  /// it doesn't turn grey, a clear stop has the colour of its neighbours.
  ///
  /// - Parameters:
  ///   - opacity: the opacity of the whole, 0…1.
  ///   - theme: the theme that defines the colours.
  func stops(opacity: Double, theme: Theme) throws -> [GradientStop] {
    let stops = try sortedStops.map {
      GradientStop($0.location, try theme.resolve($0.color).opacity(opacity))
    }
    return stops.indices.flatMap { index -> [GradientStop] in
      let stop = stops[index]
      guard stop.color == .clear else { return [stop] }
      let neighbours = [index - 1, index + 1].filter(stops.indices.contains).map { stops[$0].color }
        .filter { $0 != .clear }.map { $0.opacity(0) }
      switch neighbours.count {
      case 0: return [stop]
      case 2 where neighbours[0] == neighbours[1]: return [GradientStop(stop.offset, neighbours[0])]
      default: return neighbours.map { GradientStop(stop.offset, $0) }
      }
    }
  }

  /// The colour at a place, from 0 to 1.
  func color(at location: Double) -> Color {
    let stops = sortedStops
    guard let next = stops.firstIndex(where: { $0.location >= location }), next > 0 else {
      return location <= stops[0].location ? stops[0].color : stops[stops.count - 1].color
    }
    let (low, high) = (stops[next - 1], stops[next])
    return low.color.mix(
      with: high.color, by: (location - low.location) / (high.location - low.location))
  }

  /// Returns the gradient with its colours changed.
  func mapColors(_ change: (Color) -> Color) -> Gradient {
    Gradient(stops: stops.map { Stop(color: change($0.color), location: $0.location) })
  }

  /// The colour that stands for the gradient: the first one with the largest opacity.
  var representative: Color {
    var best = Color.clear
    var alpha = 0.0
    for stop in sortedStops where stop.color != .clear && stop.color.alpha > alpha {
      (best, alpha) = (stop.color, stop.color.alpha)
    }
    return best
  }
}

/// A gradient along a line between two points of what is painted.
///
/// The points refer to the bounding rectangle of a mark, or to the plot area with
/// ``ChartContent/alignsMarkStylesWithPlotArea(_:)``.
public struct LinearGradient: ShapeStyle, Hashable {
  /// The colours.
  public var gradient: Gradient
  /// Where the first colour is.
  public var startPoint: UnitPoint
  /// Where the last colour is.
  public var endPoint: UnitPoint

  /// Creates a gradient along a line.
  public init(gradient: Gradient, startPoint: UnitPoint, endPoint: UnitPoint) {
    self.gradient = gradient
    self.startPoint = startPoint
    self.endPoint = endPoint
  }

  /// Creates a gradient of colours at equal distances along a line.
  public init(colors: [Color], startPoint: UnitPoint, endPoint: UnitPoint) {
    self.init(
      gradient: Gradient(colors: colors), startPoint: startPoint, endPoint: endPoint)
  }

  /// Creates a gradient of colours with their places along a line.
  public init(stops: [Gradient.Stop], startPoint: UnitPoint, endPoint: UnitPoint) {
    self.init(gradient: Gradient(stops: stops), startPoint: startPoint, endPoint: endPoint)
  }

  /// The gradient as a style.
  public var anyShapeStyle: AnyShapeStyle { AnyShapeStyle(fill: .gradient(self)) }
}

extension ShapeStyle where Self == LinearGradient {
  /// Returns a gradient along a line.
  public static func linearGradient(
    _ gradient: Gradient, startPoint: UnitPoint, endPoint: UnitPoint
  ) -> LinearGradient {
    LinearGradient(gradient: gradient, startPoint: startPoint, endPoint: endPoint)
  }

  /// Returns a standard gradient along a line.
  public static func linearGradient(
    _ gradient: AnyGradient, startPoint: UnitPoint, endPoint: UnitPoint
  ) -> LinearGradient {
    LinearGradient(gradient: gradient.gradient, startPoint: startPoint, endPoint: endPoint)
  }

  /// Returns a gradient of colours at equal distances along a line.
  public static func linearGradient(
    colors: [Color], startPoint: UnitPoint, endPoint: UnitPoint
  ) -> LinearGradient {
    LinearGradient(colors: colors, startPoint: startPoint, endPoint: endPoint)
  }

  /// Returns a gradient of colours with their places along a line.
  public static func linearGradient(
    stops: [Gradient.Stop], startPoint: UnitPoint, endPoint: UnitPoint
  ) -> LinearGradient {
    LinearGradient(stops: stops, startPoint: startPoint, endPoint: endPoint)
  }
}

/// A gradient without a direction of its own: from top to bottom.
public struct AnyGradient: ShapeStyle, Hashable {
  let gradient: Gradient
  /// Creates a gradient from another.
  public init(_ gradient: Gradient) { self.gradient = gradient }
  /// The gradient as a style.
  public var anyShapeStyle: AnyShapeStyle { gradient.anyShapeStyle }
}

extension Color {
  /// The standard gradient of the colour: a little lighter at the top.
  public var gradient: AnyGradient {
    var light = self
    light.tintFraction = 1 - (1 - tintFraction) * 0.75
    return AnyGradient(Gradient(colors: [light, self]))
  }
}
