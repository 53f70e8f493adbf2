extension LayerTransform {
  /// Leaves out the marks that lack a finite value for a position or a field.
  public static let filter = LayerTransform("filter") { (table, _) throws(ChartError) in
    for run in table.layer.runs {
      for channel in Channel.positions where run.form(channel) != .none {
        let positions = table[channel]
        if run.rows.count > 1_000, positions.start.finiteRange(run.rows) != nil,
          run.form(channel) == .value || positions.end.finiteRange(run.rows) != nil
        {
          continue
        }
        for row in run.rows where !positions.start[row].isFinite || !positions.end[row].isFinite {
          table.isDefined[row] = false
        }
      }
    }
    // A value of a colour or a size that is none has no place on its scale.
    for field in table.layer.fields.values {
      for row in field.values.indices where field.values[row].isInfinite {
        table.isDefined[row] = false
      }
    }
  }
}
