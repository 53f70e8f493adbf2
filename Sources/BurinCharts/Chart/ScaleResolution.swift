import BurinScales

/// Finds the scale of an axis from what the marks show and what the author asked for.
struct ScaleResolution {
  var configuration: ChartConfiguration.Scale
  var axis: DomainCollector.Axis

  /// Whether the axis shows categories.
  var isBand: Bool { configuration.categories != nil || !axis.categories.isEmpty }

  /// How the axis transforms its values: times need not be asked for.
  private var type: ScaleType {
    configuration.type == .linear && axis.isTime == true ? .time : configuration.type
  }

  private var isLogarithmic: Bool {
    !type.canShow(0)
  }

  /// Throws where a logarithmic axis has a value that it cannot show.
  private func checkPositive() throws {
    guard isLogarithmic, let bad = axis.firstNotPositive else { return }
    throw ChartError.unscalable(
      axis: axis.name, mark: bad.mark, index: bad.index, value: bad.value,
      reason: type.unshownReason)
  }

  /// The domain of numbers, nice where the author gave none.
  func domain(targetCount: Double) throws -> ClosedRange<Double> {
    if let domain = configuration.domain {
      if isLogarithmic, domain.lowerBound <= 0 {
        throw ChartError.scale(
          axis: axis.name, reason: "a logarithmic domain must be above 0, not \(domain)")
      }
      try checkPositive()
      return domain
    }
    guard var range = axis.numbers else { return 0...1 }
    try checkPositive()
    if type.extendsToZero, axis.includesZero {
      range = min(0, range.lowerBound)...max(0, range.upperBound)
    }
    range = type.domain(covering: [range.lowerBound, range.upperBound]) ?? range
    guard configuration.nice else { return range }
    do throws(ScaleError) {
      let scale = try ContinuousScale(type, domain: range, range: (0, 1))
      return scale.niced(targetCount: targetCount).domain
    } catch {
      throw ChartError.scale(axis: axis.name, reason: error.description)
    }
  }

  /// The scale over a range of points.
  ///
  /// - Parameters:
  ///   - start: the position of the smallest number or of the first category.
  ///   - end: the position of the largest number or of the last category.
  ///   - targetCount: the number of ticks for which the domain is made nice.
  func scale(from start: Double, to end: Double, targetCount: Double) throws -> AxisScale {
    do {
      if isBand {
        let padding = min(max(configuration.bandPadding, 0), 0.95)
        return .band(
          try BandScale(
            configuration.categories ?? axis.categories, range: (start, end),
            paddingInner: padding, paddingOuter: padding / 2))
      }
      let domain = try domain(targetCount: targetCount)
      let range = configuration.reversed ? (end, start) : (start, end)
      return .continuous(try ContinuousScale(type, domain: domain, range: range))
    } catch let error as ScaleError {
      throw ChartError.scale(axis: axis.name, reason: error.description)
    }
  }
}
