#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Returns the time for which a processor worked on this thread for the closure.
///
/// Unlike the time on the clock, it hardly grows where other processes want the processors too.
public func processorTime<E: Error>(_ body: () throws(E) -> Void) throws(E) -> Duration {
  func now() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
  let start = now()
  try body()
  return now() - start
}
