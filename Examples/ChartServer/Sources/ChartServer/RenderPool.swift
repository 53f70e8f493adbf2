import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// Threads that draw charts, apart from those that serve connections.
///
/// A rendering keeps its thread busy from begin to end. On the threads of Swift's own pool, or on an
/// event loop, it would hold up every other connection.
final class RenderPool: TaskExecutor {
  private let jobs = NSCondition()
  // Guarded by the condition.
  private nonisolated(unsafe) var queue: [UnownedJob] = []
  private nonisolated(unsafe) var head = 0
  private let reserved = Atomic<Int>(0)
  private let limit: Int

  /// Starts the threads.
  ///
  /// - Parameters:
  ///   - threads: the number of charts that are drawn at once; nil for one for each processor.
  ///   - waiting: the number of charts that may wait.
  init(threads: Int? = nil, waiting: Int) {
    let count = max(1, threads ?? ProcessInfo.processInfo.activeProcessorCount)
    limit = count + max(0, waiting)
    for index in 0..<count {
      let thread = Thread { [self] in run() }
      thread.name = "chart-\(index)"
      // Deep content is laid out by recursion.
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  /// A place in the pool, for a chart that is drawn or waits.
  struct Place: Sendable {
    fileprivate let pool: RenderPool
    /// Gives the place to others.
    func release() { pool.reserved.subtract(1, ordering: .relaxed) }
  }

  /// Returns a place; nil where as many charts wait as may.
  func reserve() -> Place? {
    if reserved.add(1, ordering: .relaxed).newValue <= limit { return Place(pool: self) }
    reserved.subtract(1, ordering: .relaxed)
    return nil
  }

  /// The charts that are drawn or wait.
  var count: Int { reserved.load(ordering: .relaxed) }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    jobs.lock()
    queue.append(job)
    jobs.signal()
    jobs.unlock()
  }

  private func next() -> UnownedJob {
    jobs.lock()
    defer { jobs.unlock() }
    while head == queue.count { jobs.wait() }
    let job = queue[head]
    head += 1
    if head > 64, head * 2 > queue.count {
      queue.removeFirst(head)
      head = 0
    }
    return job
  }

  private func run() {
    #if canImport(Glibc)
      // Connections come first where processors are few: on Linux this is the thread's own.
      setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 5)
    #endif
    while true { next().runSynchronously(on: asUnownedTaskExecutor()) }
  }
}
