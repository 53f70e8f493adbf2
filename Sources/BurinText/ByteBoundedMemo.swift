/// Values by key, bounded by the bytes that they take.
///
/// ```swift
/// var memo = ByteBoundedMemo<String, [UInt8]>(limit: 1 << 20)
/// memo.store(bytes, for: "name", bytes: bytes.count)
/// memo["name"]
/// ```
///
/// A value that would exceed the limit makes the memo start anew; one that alone exceeds it isn't
/// stored.
package struct ByteBoundedMemo<Key: Hashable, Value> {
  /// The bytes that all values may take together.
  package let limit: Int
  /// The bytes that the values take, as estimated by those who stored them.
  package private(set) var bytes = 0
  private var entries: [Key: (value: Value, bytes: Int)] = [:]

  /// Makes an empty memo.
  package init(limit: Int) { self.limit = limit }

  /// The number of values.
  package var count: Int { entries.count }

  /// Returns the value of a key, or nil.
  package subscript(key: Key) -> Value? { entries[key]?.value }

  /// Stores a value in place of the key's former one.
  ///
  /// - Parameter cost: an estimate of what key and value take, in bytes.
  package mutating func store(_ value: Value, for key: Key, bytes cost: Int) {
    if let former = entries.removeValue(forKey: key) { bytes -= former.bytes }
    guard cost <= limit else { return }
    if bytes > limit - cost {
      entries.removeAll()
      bytes = 0
    }
    entries[key] = (value, cost)
    bytes += cost
  }
}
