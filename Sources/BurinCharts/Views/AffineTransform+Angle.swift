public import BurinGeometry

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension AffineTransform {
  /// Returns a turn about the origin, clockwise where y grows downwards.
  static func rotation(_ radians: Double) -> AffineTransform {
    let (s, c) = (sin(radians), cos(radians))
    return AffineTransform(a: c, b: s, c: -s, d: c, tx: 0, ty: 0)
  }

  /// Creates a turn about the origin, in radians, clockwise where y grows downwards.
  public init(rotationAngle angle: Double) { self = .rotation(angle) }
  /// Creates a scaling about the origin.
  public init(scaleX x: Double, y: Double) { self = .scale(x, y) }
  /// Creates a translation.
  public init(translationX x: Double, y: Double) { self = .translation(x, y) }
  /// Returns the transform that turns first, then does what this one does.
  public func rotated(by angle: Double) -> AffineTransform {
    AffineTransform(rotationAngle: angle).followed(by: self)
  }
  /// Returns the transform that scales first, then does what this one does.
  public func scaledBy(x: Double, y: Double) -> AffineTransform {
    AffineTransform(scaleX: x, y: y).followed(by: self)
  }
  /// Returns the transform that moves first, then does what this one does.
  public func translatedBy(x: Double, y: Double) -> AffineTransform {
    AffineTransform(translationX: x, y: y).followed(by: self)
  }
  /// Returns the transform that does what this one does first, then what another does.
  public func concatenating(_ next: AffineTransform) -> AffineTransform { followed(by: next) }
}
