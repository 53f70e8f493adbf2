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

  /// The angles of a row in radians and its distances from the middle; nil for nothing to draw.
  private static func extent(
    _ mark: PlacedMark<SectorMark>, _ row: Int, _ polar: PolarCoordinates
  ) -> (start: Double, end: Double)? {
    let (first, last) = mark.angle(row)
    guard let from = polar.angle(first), let to = polar.angle(last), from != to else { return nil }
    return (min(from, to), max(from, to))
  }

  /// The distances of a sector's edges from the middle.
  private static func radii(
    _ parameters: Parameters, _ polar: PolarCoordinates
  ) -> (inner: Double, outer: Double) {
    (
      parameters.innerRadius.length(of: polar.radius, automatic: 0),
      parameters.outerRadius.length(of: polar.radius, automatic: polar.radius)
    )
  }

  /// Returns the sector; what is written on it stands in its middle, what is written beside it stands
  /// where the middle of its outer edge is.
  public static func draw(_ mark: PlacedMark<SectorMark>, in plot: PlotArea) throws -> MarkDrawing {
    guard let polar = plot.polar, let (start, end) = extent(mark, mark.row, polar) else {
      return MarkDrawing()
    }
    let (inner, outer) = radii(mark.parameters, polar)
    let path = polar.box(
      start, end, inner, outer, inset: mark.parameters.angularInset,
      cornerRadius: mark.style.cornerRadius ?? 0)
    let isBeside = mark.annotations.contains { $0.position != .overlay }
    let room = polar.room(start, end, inner, outer)
    let edge = Rect(center: polar.point((start + end) / 2, max(inner, outer)), size: .zero)
    var drawing = MarkDrawing(
      items: [.fill(path, try plot.color(mark))], anchor: isBeside ? edge : room,
      place: path.bounds, solids: [room])
    if isBeside { drawing.rim = Rim(center: polar.center, radius: max(inner, outer)) }
    return drawing
  }

  /// Returns many sectors as one item.
  public static func drawColumns(
    _ mark: PlacedMark<SectorMark>, in plot: PlotArea
  ) throws -> MarkDrawing? {
    guard let polar = plot.polar else { return MarkDrawing() }
    let columns = MarkColumns(mark, in: plot)
    var (starts, ends, rows): ([Double], [Double], [Int]) = ([], [], [])
    for row in mark.rows {
      guard let (start, end) = extent(mark, row, polar) else { continue }
      starts.append(start * 180 / .pi)
      ends.append(end * 180 / .pi)
      if columns.needsRows { rows.append(row) }
    }
    guard !starts.isEmpty else { return MarkDrawing() }
    let (inner, outer) = radii(mark.parameters, polar)
    let item = SectorsItem(
      center: polar.center, start: starts, end: ends, inner: .constant(max(0, min(inner, outer))),
      outer: .constant(max(inner, outer)), color: try columns.color(rows, mark, in: plot),
      inset: mark.parameters.angularInset, cornerRadius: max(0, mark.style.cornerRadius ?? 0))
    var drawing = MarkDrawing(items: [.sectors(item)], anchor: item.bounds)
    var places = ColumnPlaces()
    places.isCut = item.bounds.map { !plot.rect.contains($0, tolerance: 0.5) } ?? false
    drawing.places = places
    return drawing
  }
}
