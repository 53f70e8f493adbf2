import BurinGeometry

/// A direction from a mark to a distant label.
struct RingDirection: Hashable, Sendable {
  /// The description of the direction.
  let name: String
  /// A vector of length one.
  let unit: Vector

  private init(_ name: String, sixteenths: Double) {
    self.name = name
    unit = .sixteenths(sixteenths)
  }

  /// Sixteenths of a turn in the order of readers' preference: to the right, above, below.
  static let all = [
    RingDirection("to the upper right", sixteenths: 2),
    RingDirection("to the right, a little up", sixteenths: 1),
    RingDirection("above, a little right", sixteenths: 3),
    RingDirection("to the right", sixteenths: 0),
    RingDirection("above", sixteenths: 4),
    RingDirection("to the lower right", sixteenths: 14),
    RingDirection("to the right, a little down", sixteenths: 15),
    RingDirection("to the upper left", sixteenths: 6),
    RingDirection("above, a little left", sixteenths: 5),
    RingDirection("to the left, a little up", sixteenths: 7),
    RingDirection("to the left", sixteenths: 8),
    RingDirection("below, a little right", sixteenths: 13),
    RingDirection("below", sixteenths: 12),
    RingDirection("to the lower left", sixteenths: 10),
    RingDirection("to the left, a little down", sixteenths: 9),
    RingDirection("below, a little left", sixteenths: 11),
    RingDirection("to the right, slightly up", sixteenths: 0.5),
    RingDirection("to the right, slightly down", sixteenths: 15.5),
    RingDirection("to the left, slightly up", sixteenths: 7.5),
    RingDirection("to the left, slightly down", sixteenths: 8.5),
  ]
}

extension Vector {
  /// Returns the unit vector at a number of sixteenths of a turn from the right, upwards.
  fileprivate static func sixteenths(_ count: Double) -> Vector {
    // Halving the angle between neighbours requires only square roots, which are exact everywhere.
    func halved(_ a: Vector, _ b: Vector) -> Vector { (a + b).normalized }
    let (right, up) = (Vector(1, 0), Vector(0, -1))
    let middle = halved(right, up)
    let quarter: [Double: Vector] = [
      0: right, 0.5: halved(right, halved(right, middle)), 1: halved(right, middle), 2: middle,
      3: halved(middle, up), 3.5: halved(halved(middle, up), up),
    ]
    let turns = (count / 4).rounded(.down)
    let vector = quarter[count - 4 * turns] ?? right
    return switch Int(turns) % 4 {
    case 0: vector
    case 1: Vector(vector.dy, -vector.dx)
    case 2: -vector
    default: Vector(-vector.dy, vector.dx)
    }
  }
}
