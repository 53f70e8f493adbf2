import Burin
import Synchronization

/// Pictures by their digest, bounded in bytes; those not asked for lately go first.
final class PictureCache: Sendable {
  private struct Entry {
    var bytes: [UInt8]
    var used: UInt64
  }
  private struct State {
    var entries: [ContentDigest: Entry] = [:]
    var bytes = 0
    var clock: UInt64 = 0
  }
  private let limit: Int
  private let state = Mutex(State())

  init(limit: Int) { self.limit = limit }

  subscript(digest: ContentDigest) -> [UInt8]? {
    state.withLock { state in
      guard state.entries[digest] != nil else { return nil }
      state.clock += 1
      state.entries[digest]?.used = state.clock
      return state.entries[digest]?.bytes
    }
  }

  func store(_ bytes: [UInt8], for digest: ContentDigest) {
    guard bytes.count <= limit / 8 else { return }
    state.withLock { state in
      guard state.entries[digest] == nil else { return }
      if state.bytes + bytes.count > limit {
        // A quarter at once, so that the search is rare.
        for (digest, entry) in state.entries.sorted(by: { $0.value.used < $1.value.used }) {
          if state.bytes + bytes.count <= limit / 4 * 3 { break }
          state.entries[digest] = nil
          state.bytes -= entry.bytes.count
        }
      }
      state.clock += 1
      state.entries[digest] = Entry(bytes: bytes, used: state.clock)
      state.bytes += bytes.count
    }
  }
}
