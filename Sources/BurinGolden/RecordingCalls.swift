import BurinRaster

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The system calls by which a recording changes a folder, each of which may fail.
struct RecordingCalls: Sendable {
  /// Creates a folder; returns 0 or the value of `errno`, as the others do.
  var makeFolder: @Sendable (_ path: String) -> Int32
  /// Writes a whole file.
  var write: @Sendable (_ bytes: [UInt8], _ path: String) -> Int32
  /// Gives a file another name, which it takes from another file.
  var rename: @Sendable (_ old: String, _ new: String) -> Int32
  /// Removes a file.
  var remove: @Sendable (_ path: String) -> Int32
  /// Removes an empty folder.
  var removeFolder: @Sendable (_ path: String) -> Int32

  /// Those of the system.
  static let system = RecordingCalls(
    makeFolder: { mkdir($0, 0o777) == 0 ? 0 : errno },
    write: { bytes, path in
      let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { return errno }
      var number: Int32 = 0
      bytes.withUnsafeBytes { buffer in
        var offset = 0
        while offset < buffer.count, number == 0 {
          let rest = UnsafeRawBufferPointer(rebasing: buffer[offset...])
          let count = writeBytes(descriptor, rest.baseAddress, rest.count)
          if count >= 0 { offset += count } else if errno != EINTR { number = errno }
        }
      }
      // Some file systems report a full disk only here.
      let isClosed = close(descriptor) == 0
      return number == 0 && !isClosed ? errno : number
    },
    rename: { renameFile($0, $1) },
    remove: { unlink($0) == 0 ? 0 : errno },
    removeFolder: { rmdir($0) == 0 ? 0 : errno })
}

private func renameFile(_ old: String, _ new: String) -> Int32 { rename(old, new) == 0 ? 0 : errno }

private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
