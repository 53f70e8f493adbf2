import BurinScales

/// A second scale of the same axis in another unit, drawn at the opposite side.
struct SecondaryAxis: Sendable {
  var title: Text?
  var factor: Double
  var offset: Double
  var marks: AxisMarks?

  /// The scale in the other unit over the same points.
  func scale(beside primary: AxisScale, axis: String) throws -> ContinuousScale {
    guard let scale = primary.continuous, scale.type == .linear else {
      throw ChartError.scale(
        axis: axis, reason: "a second unit needs a linear axis of numbers beside it")
    }
    guard factor.isFinite, offset.isFinite, factor != 0 else {
      throw ChartError.scale(
        axis: axis,
        reason: "a second unit needs a finite factor other than 0, not \(factor), and an offset")
    }
    do throws(ScaleError) {
      return try ContinuousScale(
        .linear,
        domain: (scale.domainStart * factor + offset, scale.domainEnd * factor + offset),
        range: (scale.rangeStart, scale.rangeEnd))
    } catch {
      throw ChartError.scale(axis: axis, reason: error.description)
    }
  }
}

extension FigureContent {
  /// Adds a scale in another unit above the plot: `value × factor + offset`.
  ///
  /// ```swift
  /// chart.chartXSecondaryAxis("nats", factor: 0.6931)   // beside bits
  /// ```
  ///
  /// Both scales say the same of every mark; marks of another quantity need a chart of their own.
  public func chartXSecondaryAxis(
    _ title: Text? = nil, factor: Double, offset: Double = 0, marks: AxisMarks? = nil
  ) -> Configured {
    changed {
      $0.x.secondary = SecondaryAxis(title: title, factor: factor, offset: offset, marks: marks)
    }
  }

  /// Adds a scale in another unit at the right of the plot: `value × factor + offset`.
  public func chartYSecondaryAxis(
    _ title: Text? = nil, factor: Double, offset: Double = 0, marks: AxisMarks? = nil
  ) -> Configured {
    changed {
      $0.y.secondary = SecondaryAxis(title: title, factor: factor, offset: offset, marks: marks)
    }
  }
}
