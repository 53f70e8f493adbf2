import Synchronization

/// A number of bytes that all requests share, such as for the bodies that wait to be drawn.
final class ByteBudget: Sendable {
  private let free: Mutex<Int>

  init(_ bytes: Int) { free = Mutex(bytes) }

  /// Bytes that a request holds until it is given up.
  final class Share: Sendable {
    private let budget: ByteBudget
    private let bytes: Int

    fileprivate init(_ budget: ByteBudget, _ bytes: Int) {
      (self.budget, self.bytes) = (budget, bytes)
    }

    deinit { budget.free.withLock { $0 += bytes } }
  }

  /// Returns a share; nil where others hold too much.
  func share(_ bytes: Int) -> Share? {
    let isFree = free.withLock { free in
      guard free >= bytes else { return false }
      free -= bytes
      return true
    }
    return isFree ? Share(self, bytes) : nil
  }
}
