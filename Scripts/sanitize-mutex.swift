// Threads that count under one Mutex: no race, though ThreadSanitizer reports one in Swift 6.2 and 6.3
// on Linux, because the standard library's lock is not built for it. Used by Scripts/sanitize.

import Foundation
import Synchronization

final class Counter: Sendable {
  private let values = Mutex([0])
  func count() { values.withLock { $0 = [$0[0] + 1] } }
  var sum: Int { values.withLock { $0[0] } }
}

let counter = Counter()
DispatchQueue.concurrentPerform(iterations: 8) { _ in
  for _ in 0..<20_000 { counter.count() }
}
print(counter.sum)
