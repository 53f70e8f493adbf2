public import BurinGeometry

/// The head of an arrow: a filled triangle with a notched back.
public struct ArrowHead: Hashable, Sendable {
  /// From the tip to the wings, along the shaft, in points.
  public var length: Double
  /// Between the wings, in points.
  public var width: Double
  /// How deep the back is notched, as a fraction of the length: 0 for a plain triangle.
  public var notch: Double

  /// Makes a head.
  public init(length: Double = 8, width: Double = 6.5, notch: Double = 0.22) {
    self.length = length
    self.width = width
    self.notch = notch
  }

  /// The head's outline, to be filled; empty without a direction.
  public func path(tip: Point, direction: Vector) -> Path {
    let along = direction.normalized
    guard along != .zero else { return Path() }
    let side = along.perpendicular
    let back = tip - along * length
    return .polyline(
      [
        tip, back + side * (width / 2), tip - along * (length * (1 - notch)),
        back - side * (width / 2),
      ], closed: true)
  }

  /// An arrow along a polyline: its shaft, to be stroked, and its head, to be filled.
  ///
  /// The shaft ends inside the head, so that its end never shows beyond the tip. On a line shorter
  /// than one and a half heads the head shrinks.
  public func arrow(along points: [Point]) -> (shaft: Path, head: Path) {
    let total = zip(points, points.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
    guard let tip = points.last, total > 0 else { return (Path(), Path()) }
    var head = self
    let factor = min(1, total / (1.5 * max(length, 1e-9)))
    head.length *= factor
    head.width *= factor
    // The head points from where the shaft enters it.
    let shaft = shortened(points, by: head.length * (1 - notch) * 0.9)
    let entry = shortened(points, by: head.length).last ?? points[0]
    return (.polyline(shaft), head.path(tip: tip, direction: tip - entry))
  }

  /// A straight arrow: its shaft, to be stroked, and its head, to be filled.
  public func arrow(from start: Point, to end: Point) -> (shaft: Path, head: Path) {
    arrow(along: [start, end])
  }

  /// An arrow along a curve, by its flattened first subpath.
  public func arrow(along path: Path) -> (shaft: Path, head: Path) {
    arrow(along: path.flattened(tolerance: 0.02).first ?? [])
  }

  /// The polyline without a length at its end.
  private func shortened(_ points: [Point], by length: Double) -> [Point] {
    var points = points
    var rest = length
    while rest > 0, points.count > 1 {
      let end = points.removeLast()
      let distance = points[points.count - 1].distance(to: end)
      if distance > rest {
        points.append(end.interpolated(to: points[points.count - 1], at: rest / distance))
        return points
      }
      rest -= distance
    }
    return points
  }
}
