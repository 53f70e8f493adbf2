import BurinRaster
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The use of a golden by a test.
struct GoldenUse: Hashable, Sendable {
  /// The test, such as `ReportTests.ChartTests/sales()`.
  var test: String
  /// The line of the check, such as `ChartTests.swift:12`.
  var place: String
  /// What tells the picture from others.
  var digest: UInt64
}

/// The goldens that the tests of a run have used, so that two tests don't share one.
package final class GoldenUses: Sendable {
  private let known = Mutex<[String: GoldenUse]>([:])
  private let ledger: UseLedger?

  /// Makes a list of its own, which no other process sees.
  package init() { ledger = nil }

  private init(ledger: UseLedger?) { self.ledger = ledger }

  /// The list of this process, shared with the others of one `swift test`.
  package static let process = GoldenUses(ledger: UseLedger())

  /// Notes the use of a golden, by its path; returns the use that another test or place made of it.
  ///
  /// The same check of the same picture, as in a repeated test, is no other use.
  func claim(_ path: String, _ use: GoldenUse) -> GoldenUse? {
    known.withLock { known in
      if let other = known[path] { return other == use ? nil : other }
      known[path] = use
      return ledger?.claim(path, use)
    }
  }
}

/// A file in which the processes of one `swift test` note the goldens that they use.
///
/// `swift test` runs XCTest and Swift Testing in processes of their own, and with `--parallel` each
/// test of XCTest.
private struct UseLedger: Sendable {
  private let path: String

  /// The ledger of the run that this process belongs to; nil where that is not known.
  init?() {
    #if os(Linux)
      let parent = getppid()
      guard let status = Self.text("/proc/\(parent)/stat"),
        let open = status.firstIndex(of: "("), let close = status.lastIndex(of: ")")
      else { return nil }
      let program = status[status.index(after: open)..<close]
      guard program.hasPrefix("swift") else { return nil }
      // The 22nd field: when the parent began, since its number is used again.
      let fields = status[status.index(after: close)...].split(separator: " ")
      guard fields.count > 19 else { return nil }
      let folder = "\(Self.temporaryFolder)/burin-goldens-\(getuid())"
      guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { return nil }
      var kind = stat()
      // A folder that someone else made is not used.
      guard lstat(folder, &kind) == 0, kind.st_mode & S_IFMT == S_IFDIR, kind.st_uid == getuid()
      else { return nil }
      path = "\(folder)/\(parent)-\(fields[19])"
      Self.removeOld(in: folder)
    #else
      return nil
    #endif
  }

  private static var temporaryFolder: String {
    getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  }

  private static func text(_ path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return text(descriptor)
  }

  private static func text(_ descriptor: Int32) -> String {
    var result: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = read(descriptor, &part, part.count)
      if count <= 0 { break }
      result += part.prefix(count)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Removes the ledgers of runs that have ended.
  private static func removeOld(in folder: String) {
    guard let names = try? Folder.names(in: folder) else { return }
    for name in names {
      guard let number = name.split(separator: "-").first.flatMap({ Int32($0) }) else { continue }
      if kill(number, 0) != 0, errno == ESRCH { unlink("\(folder)/\(name)") }
    }
  }

  /// Notes a use, one a line; returns the use that another test made of the golden.
  func claim(_ golden: String, _ use: GoldenUse) -> GoldenUse? {
    let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0 { if errno != EINTR { return nil } }
    for line in Self.text(descriptor).split(separator: "\n") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 4, parts[0] == Self.field(golden) else { continue }
      let other = GoldenUse(
        test: parts[1], place: parts[2], digest: UInt64(parts[3], radix: 16) ?? 0)
      // A test that is run again, in another process.
      return other.test == Self.field(use.test) ? nil : other
    }
    let line =
      [golden, use.test, use.place].map(Self.field).joined(separator: "\t")
      + "\t\(String(use.digest, radix: 16))\n"
    let bytes = Array(line.utf8)
    _ = write(descriptor, bytes, bytes.count)
    return nil
  }

  private static func field(_ text: String) -> String {
    String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }
}
