extension LayerTransform {
  /// Decides along which axis marks have their length, from the kinds of the whole chart.
  ///
  /// Marks with a start and an end have their length there. Else it lies along the axis of numbers
  /// where the other one has categories, times or bins; along y where both have numbers. Marks of
  /// different directions are transformed apart, so that none of them turns another.
  ///
  /// - Throws: ``ChartError/invalid(_:)`` where neither axis has numbers.
  public static let orient = LayerTransform(
    "orient", partition: { $0.isHorizontal($1) ? 1 : 0 }
  ) { (table, context) throws(ChartError) in
    let (x, y) = (context.kind(.x), context.kind(.y))
    let forms = table.layer.runs.map { (x: $0.form(.x), y: $0.form(.y)) }
    let needsKinds = forms.contains { form in
      [form.x, form.y].allSatisfy { $0 == .value || $0 == .stretch }
    }
    if needsKinds, x == .category, y == .category {
      throw ChartError.unsuitable(
        mark: table.layer.mark.markName, channel: table.lengthAxis.name,
        reason:
          "\(table.layer.mark.markName) needs numbers or times on one of its axes; both have categories"
      )
    }
    let isHorizontal = table.layer.runs.first?.isHorizontal(context) ?? false
    table.lengthAxis = isHorizontal ? .x : .y
    table.hasLength = true
    table.placeAxes = [table.placeAxis]
    let kind = isHorizontal ? x : y
    let hasStart = forms.contains { (isHorizontal ? $0.x : $0.y) == .ends }
    if kind == .category {
      throw ChartError.unsuitable(
        mark: table.layer.mark.markName, channel: table.lengthAxis.name,
        reason:
          "\(table.layer.mark.markName): the \(hasStart ? "start and end" : "length") along \(table.lengthAxis.name) must be numbers or times, not categories"
      )
    }
  }
}

extension Layer.Run {
  /// Whether the marks of the run have their length along x.
  fileprivate func isHorizontal(_ context: TransformContext) -> Bool {
    let (x, y) = (form(.x), form(.y))
    if x == .ends { return true }
    if y == .ends { return false }
    if y == .none { return true }
    if x == .none { return false }
    let kinds = (x: context.kind(.x), y: context.kind(.y))
    if kinds.y == .category { return kinds.x != .category }
    if kinds.x == .category || x == .stretch { return false }
    if y == .stretch { return true }
    return kinds.y == .time && kinds.x != .time
  }
}
