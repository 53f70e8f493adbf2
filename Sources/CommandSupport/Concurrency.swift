import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The machine's processors.
package enum Processors {
  /// The number of processors online, at least 1.
  package static let count = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}

/// Performs work on elements concurrently, and reports each element on completion.
///
/// - Parameters:
///   - elements: the elements; work starts in their order.
///   - jobs: the maximum number of concurrent elements; with 1 no threads are created.
///   - work: the work, performed on any thread.
///   - done: called with the element's index, in order of completion and never concurrently.
package func forEachConcurrently<Element: Sendable, Output: Sendable>(
  _ elements: [Element], jobs: Int, work: @Sendable (Element) -> Output,
  done: (Int, Output) -> Void
) {
  guard jobs > 1, elements.count > 1 else {
    for (index, element) in elements.enumerated() { done(index, work(element)) }
    return
  }
  let next = Atomic(0)
  let turn = Mutex(())
  withoutActuallyEscaping(done) { done in
    // Called only under the lock.
    nonisolated(unsafe) let done = done
    DispatchQueue.concurrentPerform(iterations: min(jobs, elements.count)) { _ in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < elements.count else { return }
        let output = work(elements[index])
        turn.withLock { _ in done(index, output) }
      }
    }
  }
}

/// Returns the results of concurrent work on elements, in the elements' order.
package func mapConcurrently<Element: Sendable, Output: Sendable>(
  _ elements: [Element], jobs: Int, work: @Sendable (Element) -> Output
) -> [Output] {
  var outputs: [(index: Int, output: Output)] = []
  forEachConcurrently(elements, jobs: jobs, work: work) { outputs.append(($0, $1)) }
  return outputs.sorted { $0.index < $1.index }.map(\.output)
}
