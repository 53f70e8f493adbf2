import BurinScales

/// A value of style for each key.
struct KeyedValues<Value: Sendable>: Sendable {
  let scale: KeyScale
  private let values: [Value]

  /// Creates the values of keys.
  ///
  /// - Parameters:
  ///   - scale: the keys.
  ///   - configuration: what the author gave.
  ///   - automatic: returns the value of the n-th key that has none of its own.
  init(_ scale: KeyScale, _ configuration: KeyedStyle<Value>, automatic: (Int) -> Value) {
    self.scale = scale
    values = scale.keys.enumerated().map { index, key in
      if let own = configuration.value(of: key) { return own }
      return configuration.range.isEmpty
        ? automatic(index) : configuration.range[index % configuration.range.count]
    }
  }

  /// The value of the n-th key.
  subscript(index: Int) -> Value { values[index] }

  /// The value of a plottable key; nil without one.
  func value(of key: some Plottable) -> Value? { scale.index(of: key).map { values[$0] } }

  /// The value of a key's number; nil without one.
  func value(_ number: Double) -> Value? { scale.index(number).map { values[$0] } }
}

/// What an author gave for the keys of a scale of style.
struct KeyedStyle<Value: Sendable>: Sendable {
  /// The keys in the order of the legend, each with its value where it has one of its own.
  var keys: [(key: KeyScale.Key, value: Value?)] = []
  /// The values that keys take by turns.
  var range: [Value] = []
  /// Returns the value of a key that is not listed.
  var mapping: (@Sendable (KeyScale.Key) -> Value?)?

  /// The keys that come first.
  var domain: [KeyScale.Key] { keys.map(\.key) }
  /// Whether nothing was given.
  var isEmpty: Bool { keys.isEmpty && range.isEmpty && mapping == nil }

  /// The value of a key that has one of its own.
  func value(of key: KeyScale.Key) -> Value? {
    keys.first { $0.key.name == key.name || $0.key.value == key.value && key.value >= 0 }?.value
      ?? mapping?(key)
  }
}

/// Areas of symbols, by key or along a scale of numbers.
enum SizeScale: Sendable {
  case keys(KeyedValues<Double>)
  case continuous(ContinuousScale)

  /// Whether sizes follow numbers.
  var isContinuous: Bool { if case .continuous = self { true } else { false } }

  /// The area of a plottable value; nil without one.
  func value(of value: some Plottable) -> Double? {
    switch self {
    case .keys(let keys): return keys.value(of: value)
    case .continuous(let scale):
      let area = scale.position(value.primitivePlottable.plottedNumber)
      return area.isFinite ? area : nil
    }
  }

  /// The area of a value; nil without one.
  func value(_ number: Double) -> Double? {
    switch self {
    case .keys(let keys): keys.value(number)
    case .continuous(let scale): scale.position(number)
    }
  }
}
