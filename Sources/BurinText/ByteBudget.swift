import Synchronization

/// Bytes that several memos share.
final class ByteBudget: Sendable {
  /// The maximum number of bytes.
  let limit: Int
  private let taken = Atomic<Int>(0)

  /// Creates a budget of which nothing is taken.
  init(limit: Int) { self.limit = max(0, limit) }

  /// The bytes that are taken.
  var bytes: Int { taken.load(ordering: .relaxed) }

  /// Takes bytes if there are so many left.
  func take(_ bytes: Int) -> Bool {
    if taken.wrappingAdd(bytes, ordering: .relaxed).newValue <= limit { return true }
    giveBack(bytes)
    return false
  }

  /// Gives bytes back.
  func giveBack(_ bytes: Int) { taken.wrappingSubtract(bytes, ordering: .relaxed) }
}

/// A memo of values by key, whose bytes belong to a budget that it shares with others.
///
/// A value for which the budget has no room empties this memo; if that is not enough, the value is
/// not stored.
struct BudgetedMemo<Key: Hashable, Value> {
  private let budget: ByteBudget
  private var entries: [Key: Value] = [:]
  /// The bytes that the values take, as estimated by the callers.
  private(set) var bytes = 0

  /// Creates an empty memo.
  init(_ budget: ByteBudget) { self.budget = budget }

  /// The number of values.
  var count: Int { entries.count }

  /// Returns the value of a key, or nil.
  subscript(key: Key) -> Value? { entries[key] }

  /// Stores the value of a key that has none.
  ///
  /// - Parameter cost: an estimate of the bytes that key and value take.
  mutating func store(_ value: Value, for key: Key, bytes cost: Int) {
    guard entries[key] == nil else { return }
    if !budget.take(cost) {
      removeAll()
      guard budget.take(cost) else { return }
    }
    entries[key] = value
    bytes += cost
  }

  /// Gives up all values.
  mutating func removeAll() {
    entries.removeAll()
    budget.giveBack(bytes)
    bytes = 0
  }
}
