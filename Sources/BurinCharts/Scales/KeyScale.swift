import BurinScales

/// The keys of a channel of discrete values, in order, with their names.
struct KeyScale: Sendable {
  /// A key and its name.
  struct Key: Sendable {
    var value: Double
    var name: String
  }

  private(set) var keys: [Key]
  /// What the values are.
  let kind: ValueKind
  private let indices: [UInt64: Int]

  /// Makes the scale of the values that occur, after those that a domain names.
  ///
  /// - Parameters:
  ///   - values: the values of the channel, NaN for none.
  ///   - kind: what the values are.
  ///   - categories: the names of categories by their value.
  ///   - domain: the keys that come first, in order; those of numbers and times by their value.
  ///   - region: how times are written.
  init(
    _ values: some Sequence<Double>, kind: ValueKind, categories: [String], domain: [Key],
    region: RenderingRegion
  ) {
    var seen: Set<UInt64> = []
    var distinct: [Double] = []
    for value in values where value.isFinite && seen.insert(value.bitPattern).inserted {
      distinct.append(value)
    }
    if kind != .category {
      // Written together with the others, so that all names have one format.
      for key in domain where key.value.isFinite && seen.insert(key.value.bitPattern).inserted {
        distinct.append(key.value)
      }
      distinct.sort()
    }
    let names = Self.names(distinct, kind: kind, categories: categories, region: region)
    let known = zip(distinct, names).map { Key(value: $0, name: $1) }
    var keys: [Key] = []
    for (index, given) in domain.enumerated() {
      let isValue = kind != .category && given.value.isFinite
      // A name that no value has is a key of its own, so that charts can share a legend.
      let key =
        known.first { isValue ? $0.value == given.value : $0.name == given.name }
        ?? Key(value: -1 - Double(index), name: given.name)
      if !keys.contains(where: { $0.name == key.name }) { keys.append(key) }
    }
    let named = Set(keys.map(\.name))
    keys += known.filter { !named.contains($0.name) }
    self.keys = keys
    self.kind = kind
    indices = Dictionary(
      keys.enumerated().map { ($1.value.bitPattern, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The place of a value among the keys; nil without one.
  func index(_ value: Double) -> Int? { indices[value.bitPattern] }

  /// The place of a plottable value among the keys; nil without one.
  func index<Value: Plottable>(of value: Value) -> Int? {
    let primitive = value.primitivePlottable
    guard kind == .category else { return index(primitive.plottedNumber) }
    guard Value.PrimitivePlottable.valueKind == .category else { return nil }
    return keys.firstIndex { $0.name == primitive.plottedCategory }
  }

  /// The values as keys are written: a category as it is, numbers and times by their format.
  static func names(
    _ values: [Double], kind: ValueKind, categories: [String],
    region: RenderingRegion = RenderingRegion()
  ) -> [String] {
    switch kind {
    case .category:
      return values.map { value in
        value >= 0 && value < Double(categories.count) ? categories[Int(value)] : ""
      }
    case .time:
      let format = region.format(of: values)
      return values.map(format.text)
    case .number, .integer:
      let format = NumberFormat.shortest
      return values.map(format.string)
    }
  }
}
