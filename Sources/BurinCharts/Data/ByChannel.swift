/// Something for each channel; looked up for every mark, so without hashing.
struct ByChannel<Value> {
  private var slots: [Value?] = []

  /// What a channel has.
  subscript(channel: Channel) -> Value? {
    get { slots.isEmpty ? nil : slots[channel.rawValue] }
    _modify {
      if slots.isEmpty { slots = Array(repeating: nil, count: Channel.allCases.count) }
      yield &slots[channel.rawValue]
    }
  }

  /// What a channel has, or a value that is kept for it once it is changed.
  subscript(channel: Channel, default value: @autoclosure () -> Value) -> Value {
    get { self[channel] ?? value() }
    _modify {
      var own = take(channel) ?? value()
      defer { self[channel] = own }
      yield &own
    }
  }

  /// What the channels have, in their order.
  var values: [Value] { slots.compactMap(\.self) }

  var isEmpty: Bool { slots.allSatisfy { $0 == nil } }

  /// Removes what a channel has; what is changed elsewhere and put back is not copied.
  mutating func take(_ channel: Channel) -> Value? {
    guard !slots.isEmpty else { return nil }
    var value: Value?
    swap(&slots[channel.rawValue], &value)
    return value
  }

  /// The same channels with other values.
  func mapValues<Other>(_ change: (Value) -> Other) -> ByChannel<Other> {
    var result = ByChannel<Other>()
    result.slots = slots.map { $0.map(change) }
    return result
  }
}

extension ByChannel: Sendable where Value: Sendable {}

extension ByChannel<Layer.Field> {
  /// Fills rows that lack a field that others have.
  mutating func fill(to count: Int) {
    for index in slots.indices { slots[index]?.fill(to: count) }
  }
}
