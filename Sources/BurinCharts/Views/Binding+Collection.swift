extension Binding: Sequence where Value: MutableCollection {
  /// A binding to an element.
  public typealias Element = Binding<Value.Element>
  /// Bindings to all elements in order.
  public typealias Iterator = IndexingIterator<Binding<Value>>
}

/// Bindings to the elements of a collection, so that `ForEach($items) { $item in … }` compiles.
extension Binding: Collection where Value: MutableCollection {
  /// A place in the collection.
  public typealias Index = Value.Index
  /// The places in the collection.
  public typealias Indices = Value.Indices

  /// The place of the first element.
  public var startIndex: Index { wrappedValue.startIndex }
  /// The place after the last element.
  public var endIndex: Index { wrappedValue.endIndex }
  /// The places of all elements.
  public var indices: Indices { wrappedValue.indices }
  /// Returns the place after another.
  public func index(after index: Index) -> Index { wrappedValue.index(after: index) }
  /// A binding to the element at a place.
  public subscript(position: Index) -> Binding<Value.Element> {
    .constant(wrappedValue[position])
  }
}

extension Binding: BidirectionalCollection
where Value: BidirectionalCollection & MutableCollection {
  /// Returns the place before another.
  public func index(before index: Index) -> Index { wrappedValue.index(before: index) }
}

extension Binding: RandomAccessCollection
where Value: MutableCollection & RandomAccessCollection {
  /// Returns the place at a distance from another.
  public func index(_ index: Index, offsetBy distance: Int) -> Index {
    wrappedValue.index(index, offsetBy: distance)
  }

  /// Returns the distance between two places.
  public func distance(from start: Index, to end: Index) -> Int {
    wrappedValue.distance(from: start, to: end)
  }
}

extension Binding: Identifiable where Value: Identifiable {
  /// The identity of the value.
  public var id: Value.ID { wrappedValue.id }
}
