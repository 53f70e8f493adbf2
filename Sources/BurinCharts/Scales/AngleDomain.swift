public import BurinScales

/// What the angles of a chart are, gathered from its layers.
struct AngleDomain: Sendable {
  /// The values at the start and the end of a full turn; nil without angles.
  let angles: ClosedRange<Double>?
  /// Whether the chart has marks at angles only, so that it needs no axes.
  let isAlone: Bool
  /// Whether names stand beside marks, for which there is room around a square plot.
  let hasNamesBeside: Bool

  /// Gathers the angles of layers.
  ///
  /// - Parameters:
  ///   - tables: the layers, transformed.
  ///   - domain: the values at the ends of a turn that the author set; nil to find them.
  init(_ tables: [MarkTable], domain: ClosedRange<Double>?) {
    var range: ClosedRange<Double>?
    for table in tables {
      for run in table.layer.runs where run.form(.angle) != .none {
        for row in run.rows where table.isDefined[row] {
          let (start, end) = (table.angle.start[row], table.angle.end[row])
          guard start.isFinite, end.isFinite else { continue }
          let (low, high) = (min(start, end), max(start, end))
          range = range.map { min($0.lowerBound, low)...max($0.upperBound, high) } ?? low...high
        }
      }
    }
    angles = range.map { domain ?? $0 }
    hasNamesBeside = tables.contains { table in
      table.layer.annotations.values.contains { $0.contains { $0.position != .overlay } }
    }
    let runs = tables.flatMap(\.layer.runs)
    isAlone = !runs.isEmpty && runs.allSatisfy { $0.form(.angle) != .none }
  }
}

extension FigureContent {
  /// Sets the values at the start and the end of a full turn.
  ///
  /// ```swift
  /// Chart { SectorMark(angle: .value("Charge", 0..<70)) }
  ///   .chartAngleScale(domain: 0...100)   // a ring that 100 would close
  /// ```
  ///
  /// Without it, all angles together are a full turn. Angles are linear; laying out throws
  /// ``ChartError/scale(axis:reason:)`` for another type.
  public func chartAngleScale<Bound: Plottable & Comparable>(
    domain: ClosedRange<Bound>, type: ScaleType? = nil
  ) -> Configured {
    let bounds = domain.domainSpecification
    return changed {
      $0.angles = bounds.numbers ?? $0.angles
      $0.angleType = type ?? $0.angleType
    }
  }

  /// Sets the type of the scale of angles, which must be linear.
  public func chartAngleScale(type: ScaleType) -> Configured { changed { $0.angleType = type } }

  /// Sets nothing: sectors take a full turn.
  @available(
    *, unavailable,
    message: "sectors take a full turn; leave a part of it free by a domain beyond the values"
  )
  public func chartAngleScale<ScaleRange: PositionScaleRange>(
    range: ScaleRange, type: ScaleType? = nil
  ) -> Configured { changed { _ in } }

  /// Sets nothing: sectors take a full turn.
  @available(
    *, unavailable,
    message: "sectors take a full turn; leave a part of it free by a domain beyond the values"
  )
  public func chartAngleScale<Bound: Plottable & Comparable, ScaleRange: PositionScaleRange>(
    domain: ClosedRange<Bound>, range: ScaleRange, type: ScaleType? = nil
  ) -> Configured { changed { _ in } }
}

extension ChartConfiguration {
  /// The settings of a chart without axes; what was set for them is noted, since nothing shows it.
  func withoutAxes(_ context: LayoutContext) -> ChartConfiguration {
    var result = self
    for (name, path) in [("X", \ChartConfiguration.x), ("Y", \.y)] {
      let scale = self[keyPath: path]
      let settings: [(Bool, String)] = [
        (scale.title != nil, "AxisLabel"), (scale.marks != nil, "Axis"),
        (scale.secondary != nil, "SecondaryAxis"),
        (scale.domain != nil || scale.categories != nil || scale.type != nil, "Scale"),
      ]
      for (isSet, setting) in settings where isSet {
        context.note(
          Diagnostic("chart\(name)\(setting) has no effect on a chart of angles, which has no axes")
        )
      }
      result[keyPath: path] = Scale()
      result[keyPath: path].hidden = true
    }
    return result
  }
}
