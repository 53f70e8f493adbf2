import BurinRaster

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Holds a folder for one writer or several readers; other threads and processes wait.
final class FolderLock {
  private let descriptor: Int32

  init(_ path: String, isShared: Bool = false) throws(FileError) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw FileError(
        isShared ? .read : .write, path, FileError.Reason(errno: errno))
    }
    while flock(descriptor, isShared ? LOCK_SH : LOCK_EX) != 0 {
      guard errno == EINTR else {
        let number = errno
        close(descriptor)
        throw FileError(.write, path, FileError.Reason(errno: number))
      }
    }
  }

  /// Lets the next writer in.
  func unlock() { close(descriptor) }
}
