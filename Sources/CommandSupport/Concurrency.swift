#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The machine's processors.
package enum Processors {
  /// How many are online, at least 1.
  package static var count: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}

/// Does work on elements, a number of them at a time, and reports each as it is done.
///
/// - Parameters:
///   - elements: started in order.
///   - jobs: how many are under way at most.
///   - work: done on any thread.
///   - done: called on the caller's side with the element's index, in order of completion.
package func forEachConcurrently<Element: Sendable, Output: Sendable>(
  _ elements: [Element], jobs: Int, work: @escaping @Sendable (Element) async -> Output,
  done: (Int, Output) -> Void
) async {
  await withTaskGroup(of: (Int, Output).self) { group in
    var next = 0
    while next < min(jobs, elements.count) {
      let index = next
      group.addTask { (index, await work(elements[index])) }
      next += 1
    }
    while let (index, output) = await group.next() {
      done(index, output)
      guard next < elements.count else { continue }
      let following = next
      group.addTask { (following, await work(elements[following])) }
      next += 1
    }
  }
}
