extension LayerTransform {
  /// Leaves out the marks that lack a finite value for a position.
  public static let filter = LayerTransform("filter") { (table, _) throws(ChartError) in
    for run in table.layer.runs {
      for channel in Channel.positions where run.form(channel) != .none {
        let positions = table[channel]
        for row in run.rows where !positions.start[row].isFinite || !positions.end[row].isFinite {
          table.isDefined[row] = false
        }
      }
    }
  }
}
