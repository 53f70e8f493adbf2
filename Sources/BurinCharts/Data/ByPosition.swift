/// Something for each channel of position; in a mark for every row, so without a dictionary.
struct ByPosition<Value> {
  var x: Value?
  var y: Value?
  var angle: Value?
  var radius: Value?

  /// What a channel has; nil for one that is no position.
  subscript(channel: Channel) -> Value? {
    get {
      switch channel {
      case .x: x
      case .y: y
      case .angle: angle
      case .radius: radius
      default: nil
      }
    }
    _modify {
      switch channel {
      case .x: yield &x
      case .y: yield &y
      case .angle: yield &angle
      case .radius: yield &radius
      default:
        var none: Value?
        yield &none
      }
    }
  }

  /// The same channels with other values.
  func mapValues<Other>(_ change: (Value) -> Other) -> ByPosition<Other> {
    ByPosition<Other>(
      x: x.map(change), y: y.map(change), angle: angle.map(change), radius: radius.map(change))
  }
}

extension ByPosition: Equatable where Value: Equatable {}
extension ByPosition: Hashable where Value: Hashable {}
extension ByPosition: Sendable where Value: Sendable {}
