extension LayerTransform {
  /// Assigns slots side by side to marks of different `position(by:)` keys.
  public static let dodge = LayerTransform("dodge") { (table, context) throws(ChartError) in
    guard let field = table.layer.fields[.position], !context.slots.isEmpty else { return }
    let indices = Dictionary(
      context.slots.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    table.slotCount = context.slots.count
    table.slots = field.values.map { indices[$0] ?? -1 }
  }
}
