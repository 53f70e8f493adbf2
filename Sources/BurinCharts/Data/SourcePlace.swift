/// The place of a mark in the source of a chart: in which loop, after which marks of its body.
///
/// A line that a loop draws point by point together with bars or points of its own is one mark of
/// all passes of the loop. It is drawn over what stands before it in the body and below what stands
/// after it, whichever pass these belong to, as if each had a loop of its own:
///
/// ```swift
/// ForEach(months) { month in
///   BarMark(x: .value("Month", month.name), y: .value("Rain", month.rain))
///   LineMark(x: .value("Month", month.name), y: .value("Rain", month.mean))  // over all bars
/// }
/// ```
struct SourcePlace: Hashable, Sendable {
  /// The loop, by a number that is larger than all ``slot``s of what stands before it.
  var loop: Int
  /// The place in the body of the loop, larger by one wherever the type of marks changes.
  var slot: Int
  /// The number among all stretches of marks of one type, in the order of their passes.
  var order: Int
}

/// Numbers the places of marks while the content of a chart is read.
struct SourceCounter {
  private var loop = 0
  private var slot = 0
  /// The layer of the mark before in the same pass.
  private var layer: Int?
  private var order = 0
  private var highest = 0
  /// Whether loops stand in the body of this one: what it draws stays in the order of its passes.
  private var isNested = false

  /// The place of a mark of a layer.
  ///
  /// - Parameter follows: whether the mark before is of the same layer.
  mutating func place(ofLayer layer: Int, follows: Bool) -> SourcePlace {
    if !follows { order += 1 }
    if self.layer != layer {
      self.layer = layer
      slot += 1
      highest = max(highest, loop + slot)
    }
    return SourcePlace(loop: loop, slot: slot, order: order)
  }

  /// Begins or ends a part that a condition adds, which takes places of its own.
  mutating func separate() { layer = nil }

  /// Leaves out a part whose condition is false: what follows has the place it has in other passes.
  mutating func skip() {
    separate()
    slot += 1
    highest = max(highest, loop + slot)
  }

  /// Begins a loop.
  mutating func beginLoop() {
    begin()
    isNested = false
  }

  /// Begins a pass of the loop.
  mutating func beginPass() {
    if isNested { begin() } else { (slot, layer) = (0, nil) }
  }

  /// Ends a loop; what is around it may be one too.
  mutating func endLoop() {
    begin()
    isNested = true
  }

  private mutating func begin() {
    (loop, slot, layer) = (highest + 1, 0, nil)
  }
}
