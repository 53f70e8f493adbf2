import BurinGeometry
import BurinScene

/// A sector of a pie or of a ring.
///
/// ```swift
/// SectorMark(angle: .value("Sales", 12), innerRadius: .ratio(0.6), angularInset: 1)
///   .foregroundStyle(by: .value("Product", "Coffee"))
///   .annotation(position: .overlay) { Text("12") }
/// ```
///
/// Sectors follow each other clockwise from the top, in the order of the source; all together are a
/// full turn. A stretch, `.value("Charge", 0..<70)`, has its own start and end. A chart of sectors only
/// has no axes; beside other marks a pie lies in the largest square of the plot.
public struct SectorMark: Mark {
  /// The radii and the distance from the neighbours.
  public struct Parameters: Hashable, Sendable {
    var innerRadius: MarkDimension
    var outerRadius: MarkDimension
    var angularInset: Double
  }

  /// The name in words.
  public static let markName = "sector"
  /// Sectors use colour, opacity and rounded corners.
  public static let modifiers: MarkModifiers = [.color, .opacity, .cornerRadius, .series]
  /// Sectors follow each other.
  public static let transforms: [LayerTransform] = [.filter, .stackAngles]
  /// A sector hides what lies below it.
  public static let coverage = MarkCoverage.part

  /// The values of the sector.
  public var channels: MarkChannels
  /// The radii and the distance from the neighbours.
  public var parameters: Parameters

  /// Makes a sector.
  ///
  /// - Parameters:
  ///   - angle: the part of the whole, or a stretch with its start and end.
  ///   - innerRadius: the radius of the hole: points, a part of the full radius, or the full radius
  ///     less points; none by itself.
  ///   - outerRadius: the outer radius, likewise; the full radius by itself.
  ///   - angularInset: the distance of both straight edges from the sector's ends, in points; two
  ///     neighbours lie twice as far apart.
  public init<Angle: Plottable>(
    angle: PlottableValue<Angle>, innerRadius: MarkDimension = .automatic,
    outerRadius: MarkDimension = .automatic, angularInset: Double? = nil
  ) {
    channels = MarkChannels(angle: .init(angle))
    parameters = Parameters(
      innerRadius: innerRadius, outerRadius: outerRadius, angularInset: angularInset ?? 0)
  }

  /// Returns the sector; what is written on it stands in its middle, what is written beside it stands
  /// where the middle of its outer edge is.
  public static func draw(_ mark: PlacedMark<SectorMark>, in plot: PlotArea) throws -> MarkDrawing {
    guard let polar = plot.polar, let from = polar.angle(mark.angle.start),
      let to = polar.angle(mark.angle.end), from != to
    else { return MarkDrawing() }
    let (start, end) = (min(from, to), max(from, to))
    let inner = mark.parameters.innerRadius.length(of: polar.radius, automatic: 0)
    let outer = mark.parameters.outerRadius.length(of: polar.radius, automatic: polar.radius)
    let path = polar.box(
      start, end, inner, outer, inset: mark.parameters.angularInset,
      cornerRadius: mark.style.cornerRadius ?? 0)
    let isBeside = mark.annotations.contains { $0.position != .overlay }
    let room = polar.room(start, end, inner, outer)
    let edge = Rect(center: polar.point((start + end) / 2, max(inner, outer)), size: .zero)
    return MarkDrawing(
      items: [.fill(path, try plot.color(mark))], anchor: isBeside ? edge : room,
      place: path.bounds, solids: [room])
  }
}
