/// A memo of values by key, bounded by the bytes that they take.
///
/// ```swift
/// var memo = ByteBoundedMemo<String, [UInt8]>(limit: 1 << 20)
/// memo.store(bytes, for: "name", bytes: bytes.count)
/// memo["name"]
/// ```
///
/// Storing a value that would exceed the limit empties the memo first; a value that exceeds the
/// limit on its own isn't stored.
package struct ByteBoundedMemo<Key: Hashable, Value> {
  /// The maximum number of bytes of all values together.
  package let limit: Int
  /// The bytes that the values take, as estimated by the callers.
  package private(set) var bytes = 0
  private var entries: [Key: (value: Value, bytes: Int)] = [:]

  /// Creates an empty memo.
  package init(limit: Int) { self.limit = limit }

  /// The number of values.
  package var count: Int { entries.count }

  /// Returns the value of a key, or nil.
  package subscript(key: Key) -> Value? { entries[key]?.value }

  /// Stores a value, replacing the previous value of the key.
  ///
  /// - Parameter cost: an estimate of the bytes that key and value take.
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
