import Synchronization

/// The shapers of one configuration of fonts that wait for a paragraph.
final class ShaperPool: Sendable {
  private let idle = Mutex<[PangoShaper]>([])

  /// The maximum number of idle shapers, each with some hundred kilobytes of Pango's
  /// caches.
  ///
  /// More concurrent threads than that use shapers created for a single paragraph.
  private static let limit = 8

  /// Returns a waiting shaper, which no longer waits; nil if none does.
  func take() -> PangoShaper? { idle.withLock { $0.popLast() } }

  /// Lets a shaper wait for the next paragraph.
  func put(_ shaper: PangoShaper) {
    idle.withLock { if $0.count < Self.limit { $0.append(shaper) } }
  }
}
