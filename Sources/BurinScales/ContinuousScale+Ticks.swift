extension ContinuousScale {
  /// Returns the best ticks of the domain for the scale's type.
  ///
  /// ```swift
  /// let y = try ContinuousScale(.log, domain: 0.01...100, range: (300, 0))
  /// y.ticks(targetCount: 5).major  // [0.01, 0.1, 1, 10, 100]
  /// ```
  ///
  /// - Parameters:
  ///   - targetCount: the preferred number of majors.
  ///   - extent: where the outermost ticks may lie; only linear scales go beyond the domain.
  ///   - integersOnly: whether all ticks must be whole numbers; no effect on times.
  ///   - legibility: how legible a candidate's labels are, from 1 down to −∞, as for
  ///     ``TickSearch``.
  public func ticks(
    targetCount: Double = 5, extent: TickSearch.Extent = .within, integersOnly: Bool = false,
    legibility: (_ candidate: [Double]) -> Double = { _ in 1 }
  ) -> Ticks {
    type.transform.ticks(
      in: domain, targetCount: targetCount, extent: extent, integersOnly: integersOnly,
      legibility: legibility)
  }

  /// Returns the format that suits values of the scale best.
  public func format(for values: [Double]) -> NumberFormat { type.transform.format(for: values) }

  /// Returns the scale with its domain extended to round numbers and its range unchanged.
  ///
  /// ```swift
  /// let x = try ContinuousScale(.linear, domain: 0.13...9.6, range: (0, 400))
  /// x.niced().domain  // 0.0...10.0
  /// ```
  ///
  /// A domain that can't be extended within the finite numbers stays unchanged, and so does a
  /// domain of times, which ends at its first and last time.
  ///
  /// - Parameters:
  ///   - targetCount: the preferred number of majors.
  ///   - maximumCount: the number of majors for which there is room.
  ///   - integersOnly: whether all ticks must be whole numbers; no effect on times.
  public func niced(
    targetCount: Double = 5, maximumCount: Double = .infinity, integersOnly: Bool = false
  ) -> ContinuousScale {
    let nice = type.transform.niceDomain(
      domain, targetCount: targetCount, maximumCount: maximumCount, integersOnly: integersOnly)
    let ends = (nice.lowerBound, nice.upperBound)
    do throws(ScaleError) {
      return try ContinuousScale(
        type, domain: domainStart < domainEnd ? ends : (ends.1, ends.0),
        range: (rangeStart, rangeEnd), clamp: clamp)
    } catch {
      // The nice ends exceed what the scale can represent; its own domain is valid.
      return self
    }
  }
}
