import BurinGeometry
import BurinScene

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A polygon of which a shape consists, in pixels.
struct ShapePart {
  var corners: [Point]
  /// Where pixels may belong to another part as well.
  var joints: [Rect] = []
}

/// The segments of a stroked line as polygons, cut along the lines that halve its corners.
struct StrokedSegments {
  private let corners: [Point]
  private let directions: [Vector]
  private let lengths: [Double]
  private let stroke: Stroke
  private let radius: Double

  /// How far the chords of a round end may lie inside of its circle, in pixels.
  private static let flatness = 0.004
  /// The longest miter, in widths of the line: one for all scenes, in all formats.
  static let miterLimit = 10.0

  /// Places are in pixels, and so is half the line's width.
  init(_ points: [Point], _ stroke: Stroke, radius: Double) {
    var corners = Array(points.prefix(1))
    var directions: [Vector] = []
    var lengths: [Double] = []
    for point in points.dropFirst() {
      let step = point - corners[corners.count - 1]
      let length = step.length
      // Different points may be one place of the pixels.
      guard length > 1e-9 else { continue }
      directions.append(step * (1 / length))
      lengths.append(length)
      corners.append(point)
    }
    (self.corners, self.directions, self.lengths) = (corners, directions, lengths)
    (self.stroke, self.radius) = (stroke, radius)
  }

  /// The widest line that is painted so, in pixels.
  private static let widest = 512.0

  /// One part a segment, none of which overlap; nil where the inner side of a corner reaches beyond
  /// its segments.
  var parts: [ShapePart]? {
    guard !directions.isEmpty, radius <= Self.widest / 2 else { return nil }
    var joints: [Rect] = []
    var before = 0.0
    for index in directions.indices {
      var after = 0.0
      if index + 1 < directions.count {
        let (one, next) = (directions[index], directions[index + 1])
        let opening = 1 + one.dot(next)
        let slant = abs(one.cross(next)) / opening
        after = radius * slant
        // As far as the sides of both segments may touch one pixel.
        let reach = max(radius / (opening / 2).squareRoot(), (radius + 0.75) * slant) + 2
        joints.append(Rect(around: corners[index + 1], reach))
      }
      // Not a number where a line turns back.
      guard before + after <= lengths[index] else { return nil }
      before = after
    }
    return directions.indices.map { index in
      let next = index + 1 < directions.count ? directions[index + 1] : nil
      let previous = index > 0 ? -directions[index - 1] : nil
      return ShapePart(
        corners: end(at: corners[index + 1], directions[index], next)
          + end(at: corners[index], -directions[index], previous),
        joints: Array(joints[max(0, index - 1)..<min(index + 1, joints.count)]))
    }
  }

  /// The end of a segment, seen as it arrives there: around the corner against the perpendicular of
  /// its direction, and back on the other side.
  private func end(at corner: Point, _ direction: Vector, _ next: Vector?) -> [Point] {
    let side = direction.perpendicular * radius
    guard let next else { return cap(at: corner, direction, side) }
    let turn = direction.cross(next)
    guard abs(turn) > 1e-9 else { return [corner - side, corner + side] }
    let opening = 1 + direction.dot(next)
    // From the corner to where the lines beside both segments meet.
    let miter = (side + next.perpendicular * radius) * (1 / opening)
    return turn > 0
      ? join(at: corner, from: -side, miter: -miter, opening, 1) + [corner + miter]
      : [corner - miter]
        + join(at: corner, from: side, miter: miter, opening, -1).reversed()
  }

  private func cap(at corner: Point, _ direction: Vector, _ side: Vector) -> [Point] {
    switch stroke.cap {
    case .butt: [corner - side, corner + side]
    case .square: [corner - side + direction * radius, corner + side + direction * radius]
    case .round: arc(around: corner, from: -side, by: .pi)
    }
  }

  /// The outer side of a corner, from where its round part would begin to the line that halves it.
  private func join(
    at corner: Point, from side: Vector, miter: Vector, _ opening: Double, _ turn: Double
  ) -> [Point] {
    let half = (opening / 2).squareRoot()
    switch stroke.join {
    case .miter where Self.miterLimit * half >= 1: return [corner + miter]
    case .round:
      return arc(around: corner, from: side, by: turn * acos(min(half, 1)))
    case .miter, .bevel: return [corner + side, corner + miter * (opening / 2)]
    }
  }

  private func arc(around center: Point, from start: Vector, by angle: Double) -> [Point] {
    // The angle of a chord of this flatness.
    let chord = 2 * acos(max(0, 1 - Self.flatness / radius))
    let count = max(1, (abs(angle) / chord).rounded(.up))
    let (sine, cosine) = (sin(angle / count), cos(angle / count))
    var spoke = start
    var points = [center + spoke]
    for _ in 0..<Int(count) {
      spoke = Vector(
        spoke.dx * cosine - spoke.dy * sine, spoke.dx * sine + spoke.dy * cosine)
      points.append(center + spoke)
    }
    return points
  }
}

extension Rect {
  fileprivate init(around center: Point, _ reach: Double) {
    self.init(
      minX: center.x - reach, minY: center.y - reach, maxX: center.x + reach,
      maxY: center.y + reach)
  }
}
