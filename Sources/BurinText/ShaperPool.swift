import Synchronization

/// The shapers of one configuration of fonts that wait for a paragraph.
final class ShaperPool: Sendable {
  private let idle = Mutex<[PangoShaper]>([])

  /// The maximum number of idle shapers, each with some hundred kilobytes of Pango's
  /// caches.
  ///
  /// More concurrent threads than that use shapers created for a single paragraph.
  private static let limit = 8

  private let budget: ByteBudget

  init(_ budget: ByteBudget) { self.budget = budget }

  /// The number of shapers that wait.
  var count: Int { idle.withLock { $0.count } }

  /// Returns a waiting shaper, which no longer waits; nil if none does.
  func take() -> PangoShaper? {
    guard let shaper = idle.withLock({ $0.popLast() }) else { return nil }
    budget.giveBack(PangoShaper.cost)
    return shaper
  }

  /// Lets a shaper wait for the next paragraph, where there is room.
  func put(_ shaper: PangoShaper) {
    guard !shaper.isWorn else { return }
    idle.withLock { idle in
      guard idle.count < Self.limit, budget.take(PangoShaper.cost) else { return }
      idle.append(shaper)
    }
  }

  /// Gives up all shapers that wait.
  func removeAll() {
    let shapers = idle.withLock { idle in
      defer { idle = [] }
      return idle
    }
    budget.giveBack(shapers.count * PangoShaper.cost)
  }
}
