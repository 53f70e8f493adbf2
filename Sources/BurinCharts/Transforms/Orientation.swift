extension LayerTransform {
  /// Decides along which axis marks have their length, from the kinds of the whole chart.
  ///
  /// Marks with a start and an end have their length there. Else it lies along the axis of numbers
  /// where the other one has categories, times or bins; along y where both have numbers.
  ///
  /// - Throws: ``ChartError/invalid(_:)`` where neither axis has numbers.
  public static let orient = LayerTransform("orient") { (table, context) throws(ChartError) in
    var isHorizontal = false
    let (x, y) = (context.kind(.x), context.kind(.y))
    let forms = table.layer.runs.map { (x: $0.form(.x), y: $0.form(.y)) }
    if forms.contains(where: { $0.x == .ends }) {
      isHorizontal = true
    } else if forms.contains(where: { $0.y == .ends }) {
      isHorizontal = false
    } else if forms.contains(where: { $0.y == .none }) {
      isHorizontal = true
    } else if forms.contains(where: { $0.x == .none }) {
      isHorizontal = false
    } else if x == .category, y == .category {
      throw ChartError.invalid(
        "\(table.layer.mark.markName) needs numbers or times on one of its axes; both have categories"
      )
    } else if y == .category {
      isHorizontal = true
    } else if x == .category {
      isHorizontal = false
    } else if forms.contains(where: { $0.x == .stretch }) {
      isHorizontal = false
    } else if forms.contains(where: { $0.y == .stretch }) {
      isHorizontal = true
    } else {
      isHorizontal = y == .time && x != .time
    }
    table.lengthAxis = isHorizontal ? .x : .y
    table.hasLength = true
    table.placeAxes = [table.placeAxis]
    let kind = isHorizontal ? x : y
    let hasStart = forms.contains { (isHorizontal ? $0.x : $0.y) == .ends }
    if kind == .category {
      throw ChartError.invalid(
        "\(table.layer.mark.markName): the \(hasStart ? "start and end" : "length") along \(table.lengthAxis.name) must be numbers or times, not categories"
      )
    }
  }
}
