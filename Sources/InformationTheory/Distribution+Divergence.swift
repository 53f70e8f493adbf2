extension Distribution {
  /// Returns the entropy H(P) = −Σ P log P: the mean surprise, and the smallest mean code length.
  ///
  /// ```swift
  /// try Distribution([0.5, 0.25, 0.25]).entropy()  // 1.5 bits
  /// ```
  ///
  /// Impossible outcomes contribute nothing (0 · log 0 = 0).
  public func entropy(in unit: InformationUnit = .bits) -> Information {
    var sum = NeumaierSum()
    for p in probabilities where p > 0 { sum += -p * unit.logarithm(p) }
    return Information(Swift.max(0, sum.value), unit)
  }

  /// Returns the cross-entropy H(P, Q) = −Σ P log Q: the mean length of a code made for Q under P.
  ///
  /// ```swift
  /// let p = try Distribution([0.5, 0.5]), q = try Distribution([0.25, 0.75])
  /// try p.crossEntropy(relativeTo: q)  // 1.207518749639422 bits
  /// ```
  ///
  /// The result is infinite if Q excludes an outcome that P allows.
  /// - Throws: ``DistributionError/differentCounts(p:q:)``.
  public func crossEntropy(
    relativeTo q: Distribution, in unit: InformationUnit = .bits
  ) throws(DistributionError) -> Information {
    try checkOutcomes(q)
    var sum = NeumaierSum()
    for (p, q) in zip(probabilities, q.probabilities) where p > 0 { sum += -p * unit.logarithm(q) }
    return Information(Swift.max(0, sum.value), unit)
  }

  /// Returns the Kullback–Leibler divergence D(P‖Q) = Σ P log P/Q of P, this distribution, from Q.
  ///
  /// ```swift
  /// let p = try Distribution([0.6, 0.3, 0.1]), q = try Distribution([0.2, 0.5, 0.3])
  /// try p.divergence(from: q)  // 0.5713915721107165 bits
  /// ```
  ///
  /// The result is never negative, and infinite if Q excludes an outcome that P allows.
  /// - Throws: ``DistributionError/differentCounts(p:q:)``.
  ///
  /// Source: S. Kullback, R. A. Leibler, "On Information and Sufficiency" (1951).
  public func divergence(
    from q: Distribution, in unit: InformationUnit = .bits
  ) throws(DistributionError) -> Information {
    let terms = try divergenceTerms(from: q, in: unit)
    return Information(Swift.max(0, terms.lazy.map(\.value).compensatedSum), unit)
  }

  /// Returns the contribution of each outcome to the divergence, P log P/Q; terms may be negative.
  ///
  /// - Throws: ``DistributionError/differentCounts(p:q:)``.
  public func divergenceTerms(
    from q: Distribution, in unit: InformationUnit = .bits
  ) throws(DistributionError) -> [Information] {
    try checkOutcomes(q)
    return zip(probabilities, q.probabilities).map { p, q in
      Information(Self.divergenceTerm(p, q, unit), unit)
    }
  }

  /// Returns the Jensen–Shannon divergence: the mean divergence of P and Q from their midpoint.
  ///
  /// The result is symmetric, and at most 1 bit.
  /// - Throws: ``DistributionError/differentCounts(p:q:)``.
  ///
  /// Source: J. Lin, "Divergence Measures Based on the Shannon Entropy" (1991).
  public func jensenShannon(
    _ q: Distribution, in unit: InformationUnit = .bits
  ) throws(DistributionError) -> Information {
    try checkOutcomes(q)
    var sum = NeumaierSum()
    for (p, q) in zip(probabilities, q.probabilities) {
      let middle = p / 2 + q / 2
      // Half of the smallest denormal is 0: such an outcome has no weight.
      if middle == 0 { continue }
      sum += Self.divergenceTerm(p, middle, unit) / 2
      sum += Self.divergenceTerm(q, middle, unit) / 2
    }
    return Information(Swift.max(0, sum.value), unit)
  }

  /// Returns the total variation ½ Σ |P − Q|: the largest difference between the probabilities of
  /// an event.
  ///
  /// - Throws: ``DistributionError/differentCounts(p:q:)``.
  public func totalVariation(_ q: Distribution) throws(DistributionError) -> Double {
    try checkOutcomes(q)
    return zip(probabilities, q.probabilities).lazy.map { ($0 - $1).magnitude }.compensatedSum / 2
  }

  /// Returns one term of the divergence, p log p/q: 0 if `p` is 0, infinite if only `q` is.
  ///
  /// ```swift
  /// Distribution.divergenceTerm(0.6, 0.2).bits  // 0.9509775004326937
  /// ```
  public static func divergenceTerm(
    _ p: Double, _ q: Double, in unit: InformationUnit = .bits
  ) -> Information {
    Information(divergenceTerm(p, q, unit), unit)
  }

  private static func divergenceTerm(_ p: Double, _ q: Double, _ unit: InformationUnit) -> Double {
    if p == 0 { return 0 }
    return q == 0 ? .infinity : p * unit.logarithm(of: p, over: q)
  }

  private func checkOutcomes(_ q: Distribution) throws(DistributionError) {
    guard count == q.count else { throw .differentCounts(p: count, q: q.count) }
  }
}
