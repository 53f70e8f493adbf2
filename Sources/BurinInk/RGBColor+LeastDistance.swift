package import BurinScene

extension RGBColor {
  /// Returns how far apart two colours are for the readers who tell them apart least: with common
  /// vision, in grey, or with a common colour vision deficiency.
  ///
  /// - Returns: the distance in OKLab, and the words that say for whom it holds, such as
  ///   ` in grey`; empty for common vision.
  package func leastDistance(to other: RGBColor) -> (how: String, distance: Double) {
    func distance(_ see: (RGBColor) -> RGBColor) -> Double {
      OKLab(see(self)).distance(to: OKLab(see(other)))
    }
    let visions = ColorVision.allCases.map { vision in
      (" under \(vision.rawValue)", distance(vision.simulated))
    }
    let ways = [("", distance { $0 }), (" in grey", distance(\.grey))] + visions
    return ways.min { $0.1 < $1.1 } ?? ("", 0)
  }
}
