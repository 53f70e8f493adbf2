import Synchronization

/// Counts what one rendering asks for, and says when it has to stop.
///
/// The clock is read only to stop a rendering; what is drawn never depends on it.
package final class RenderWatch: Sendable {
  /// The limits.
  package let limits: RenderLimits
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private let end: ContinuousClock.Instant?
  private let data = Atomic<Int>(0)
  private let text = Atomic<Int>(0)
  private let formulas = Atomic<Int>(0)
  private let layout = Atomic<Int>(0)

  /// The watch of the rendering that this code is a part of.
  @TaskLocal package static var current: RenderWatch?

  /// Creates the watch of a rendering that begins now.
  package init(_ limits: RenderLimits = .standard) {
    self.limits = limits
    let now = clock.now
    start = now
    end = limits.time.map { now.advanced(by: $0) }
  }

  /// Returns the watch of the rendering that this code is a part of, or one of the standard limits.
  package static func ofRendering() -> RenderWatch { current ?? RenderWatch() }

  /// Throws if the task was cancelled or the time is over.
  package func check() throws(LimitError) {
    if Task.isCancelled { throw .cancelled }
    guard let end, let time = limits.time else { return }
    let now = clock.now
    guard now >= end else { return }
    throw .exceeded(
      .time, allowed: time.milliseconds, asked: (now - start).milliseconds)
  }

  /// Counts rows of data.
  package func count(rows: Int) throws(LimitError) {
    try add(rows, to: data, .data, limits.data)
    try check()
  }

  /// Counts characters of text before they are set.
  package func count(characters: Int) throws(LimitError) {
    try add(characters, to: text, .text, limits.text)
    try check()
  }

  /// Counts an atom of a formula before it is set.
  package func countAtom() throws(LimitError) {
    if try add(1, to: formulas, .formulas, limits.formulas) & 15 == 0 { try check() }
  }

  /// Counts a step of layout; every sixteenth looks at task and clock.
  ///
  /// - Parameter isLong: whether the step may take a millisecond, as the search for a label's place
  ///   does: then each looks.
  package func step(isLong: Bool = false) throws(LimitError) {
    let count = try add(1, to: layout, .layout, limits.layout)
    if isLong || count & 15 == 0 { try check() }
  }

  /// Throws if a raster has too many pixels.
  package func check(pixels: Int) throws(LimitError) {
    if pixels > limits.pixels {
      throw .exceeded(.pixels, allowed: limits.pixels, asked: pixels)
    }
  }

  /// Throws if a file has too many bytes.
  package func check(bytes: Int) throws(LimitError) {
    if bytes > limits.output {
      throw .exceeded(.output, allowed: limits.output, asked: bytes)
    }
  }

  /// The steps of layout so far.
  package var steps: Int { layout.load(ordering: .relaxed) }

  @discardableResult
  private func add(
    _ count: Int, to counter: borrowing Atomic<Int>, _ limit: RenderLimit, _ allowed: Int
  ) throws(LimitError) -> Int {
    let sum = counter.wrappingAdd(count, ordering: .relaxed).newValue
    guard sum <= allowed else { throw .exceeded(limit, allowed: allowed, asked: sum) }
    return sum
  }
}

extension Duration {
  /// The whole milliseconds.
  fileprivate var milliseconds: Int {
    let (seconds, attoseconds) = components
    let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000)
    return overflow ? .max : Int(clamping: whole) + Int(attoseconds / 1_000_000_000_000_000)
  }
}
