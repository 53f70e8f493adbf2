package import BurinGeometry

extension Polygon {
  /// How far beside a line an area still touches it, in points.
  private static let touch = 1.5

  /// Returns whether lines run through the area or along its edge for half of its longer side, as
  /// through the middle of a band.
  package func isTraced(by segments: some Sequence<Segment>) -> Bool {
    let needed = max(bounds.width, bounds.height) / 2
    var length = 0.0
    for segment in segments where segment.bounds.intersects(bounds.inset(by: -Self.touch)) {
      let count = max(1, min(64, (segment.length / needed * 20).rounded(.up)))
      let side = (segment.end - segment.start).normalized.perpendicular * Self.touch
      for number in 0..<Int(count) {
        let point = segment.point(at: (Double(number) + 0.5) / count)
        if contains(point) || contains(point + side) || contains(point - side) {
          length += segment.length / count
        }
      }
      if length >= needed { return true }
    }
    return false
  }
}
