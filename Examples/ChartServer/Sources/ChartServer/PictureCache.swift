import Burin
import Synchronization

/// What was asked for: the format, and the query or the body.
struct Asked: Hashable, Sendable {
  var mediaType: String
  var text: String

  /// The name of the answer; the version of Burin is a part of it.
  var entityTag: String { ContentDigest([burinVersion, mediaType, text]).entityTag }
}

/// Pictures by what was asked for, bounded in bytes; those not asked for lately go first.
///
/// The key is not a digest: somebody could look for two requests of one digest.
final class PictureCache: Sendable {
  private struct Entry {
    var bytes: [UInt8]
    var used: UInt64
  }
  private struct State {
    var entries: [Asked: Entry] = [:]
    var bytes = 0
    var clock: UInt64 = 0
  }
  private let limit: Int
  private let state = Mutex(State())

  init(limit: Int) { self.limit = limit }

  subscript(asked: Asked) -> [UInt8]? {
    state.withLock { state in
      guard state.entries[asked] != nil else { return nil }
      state.clock += 1
      state.entries[asked]?.used = state.clock
      return state.entries[asked]?.bytes
    }
  }

  func store(_ bytes: [UInt8], for asked: Asked) {
    let size = bytes.count + asked.text.utf8.count
    guard size <= limit / 8 else { return }
    state.withLock { state in
      guard state.entries[asked] == nil else { return }
      if state.bytes + size > limit {
        // A quarter at once, so that the search is rare.
        for (old, entry) in state.entries.sorted(by: { $0.value.used < $1.value.used }) {
          if state.bytes + size <= limit / 4 * 3 { break }
          state.entries[old] = nil
          state.bytes -= entry.bytes.count + old.text.utf8.count
        }
      }
      state.clock += 1
      state.entries[asked] = Entry(bytes: bytes, used: state.clock)
      state.bytes += size
    }
  }
}
