import BurinGeometry
import CCairo

/// What the clips around an item leave, in the context's device space, as far as it is a rectangle.
enum RasterClip {
  /// Everything.
  case none
  /// What lies in an axis-aligned rectangle.
  case rect(Rect)
  /// What lies in another outline, which only Cairo knows.
  case outline

  /// Cuts by a path of the context's user space.
  func cut(by path: Path, on context: OpaquePointer) -> RasterClip {
    guard let matrix = PixelScale(context), let bounds = path.bounds, path == .rect(bounds) else {
      return .outline
    }
    let rect = matrix.apply(bounds)
    switch self {
    case .none: return .rect(rect)
    case .rect(let before):
      return .rect(before.intersection(rect) ?? Rect(rect.origin, rect.origin))
    case .outline: return .outline
    }
  }
}

/// A map from user space to pixels that moves and enlarges, and neither turns, mirrors nor stretches.
struct PixelScale {
  let scale: Double
  private var shift: Vector

  /// The context's map; nil for another kind.
  init?(_ context: OpaquePointer) {
    var matrix = cairo_matrix_t()
    cairo_get_matrix(context, &matrix)
    guard matrix.xy == 0, matrix.yx == 0, matrix.xx > 0, matrix.xx == matrix.yy else { return nil }
    scale = matrix.xx
    shift = Vector(matrix.x0, matrix.y0)
  }

  /// The same map with its results moved.
  func moved(by vector: Vector) -> PixelScale {
    var map = self
    map.shift = Vector(shift.dx + vector.dx, shift.dy + vector.dy)
    return map
  }

  func x(_ value: Double) -> Double { value * scale + shift.dx }
  func y(_ value: Double) -> Double { value * scale + shift.dy }

  func apply(_ rect: Rect) -> Rect {
    Rect(minX: x(rect.minX), minY: y(rect.minY), maxX: x(rect.maxX), maxY: y(rect.maxY))
  }
}

extension Rect {
  /// Returns the share of a column of pixels that lies within the rectangle.
  func share(ofColumn column: Int) -> Float { Self.share(of: column, minX, maxX) }

  /// Returns the share of a row of pixels that lies within the rectangle.
  func share(ofRow row: Int) -> Float { Self.share(of: row, minY, maxY) }

  private static func share(of pixel: Int, _ low: Double, _ high: Double) -> Float {
    Float(max(0, min(high, Double(pixel + 1)) - max(low, Double(pixel))))
  }
}
