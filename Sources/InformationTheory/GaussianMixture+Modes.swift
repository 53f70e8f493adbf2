extension GaussianMixture {
  /// The places of the local maxima of the density, from left to right.
  ///
  /// ```swift
  /// try GaussianMixture(weights: [0.5, 0.5], means: [-2, 2], sigmas: [0.7, 0.7]).modes.count  // 2
  /// ```
  ///
  /// The modes of a mixture lie between its least and its greatest mean. The density is compared at
  /// steps of a fortieth of each component's standard deviation around its mean and of a thousandth
  /// of the whole stretch, and every local maximum is then narrowed to a billionth of the stretch.
  public var modes: [Double] {
    let parts = zip(weights.probabilities, components).filter { $0.0 > 0 }.map(\.1)
    guard let first = parts.map(\.mean).min(), let last = parts.map(\.mean).max() else { return [] }
    guard last > first else { return [first] }
    let margin = (last - first) * 1e-3
    let stretch = (first - margin)...(last + margin)
    var places = (0...1000).map { first + (last - first) * Double($0) / 1000 }
    for part in parts {
      places += (-160...160).map { part.mean + part.sigma * Double($0) / 40 }
    }
    places = (places.filter(stretch.contains) + [stretch.lowerBound, stretch.upperBound]).sorted()
    // Between places closer than this, rounding decides which is higher.
    let least = (last - first) * 1e-6
    places = places.reduce(into: []) { kept, place in
      if kept.last.map({ place - $0 > least }) ?? true { kept.append(place) }
    }
    let heights = places.map { logDensity(at: $0) }
    return places.indices.dropFirst().dropLast().compactMap { index in
      guard heights[index] > heights[index - 1], heights[index] >= heights[index + 1] else {
        return nil
      }
      return peak(between: places[index - 1], and: places[index + 1])
    }
  }

  /// Returns the place of the highest density in an interval with one maximum.
  private func peak(between low: Double, and high: Double) -> Double {
    var (low, high) = (low, high)
    for _ in 0..<60 {
      let (a, b) = (low + (high - low) / 3, high - (high - low) / 3)
      if logDensity(at: a) < logDensity(at: b) { low = a } else { high = b }
    }
    return (low + high) / 2
  }
}
