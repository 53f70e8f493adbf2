extension LayerTransform {
  /// Joins the rows of equal series and equal constant style into one mark, in the source's order.
  public static let join = LayerTransform("join") { (table, context) throws(ChartError) in
    struct Key: Hashable {
      var style: Int
      var parameters: AnyHashable
      var forms: ByPosition<Layer.Form>
      var fields: [UInt64]
    }
    var styles: [MarkStyle: Int] = [:]
    var channels: [Channel] = [.series, .symbol, .dash]
    if context.colorJoins { channels.append(.color) }
    let fields = channels.compactMap { table.layer.fields[$0]?.values }
    var indices: [Key: Int] = [:]
    var groups: [MarkTable.Group] = []
    for (number, run) in table.layer.runs.enumerated() {
      let joint = run.style.joint
      let style = styles[joint] ?? styles.count
      styles[joint] = style
      var key = Key(
        style: style, parameters: AnyHashable(run.parameters), forms: run.forms, fields: [])
      func group(_ key: Key) -> Int {
        if let known = indices[key] { return known }
        indices[key] = groups.count
        groups.append(MarkTable.Group(rows: MarkRows(0..<0), run: number))
        return groups.count - 1
      }
      if fields.isEmpty {
        groups[group(key)].rows.append(run.rows)
        continue
      }
      // Rows that follow each other in one series are added together.
      var start = run.rows.lowerBound
      while start < run.rows.upperBound {
        let end =
          run.rows[(start + 1)...].first { row in
            fields.contains { $0[row].bitPattern != $0[start].bitPattern }
          } ?? run.rows.upperBound
        // A row whose key is no number belongs to no series.
        if !fields.contains(where: { $0[start].isInfinite }) {
          key.fields = fields.map { $0[start].bitPattern }
          groups[group(key)].rows.append(start..<end)
        }
        start = end
      }
    }
    table.groups = groups
    // What joins places has no width at them, which an axis would make room for.
    table.placeAxes = []
  }
}
