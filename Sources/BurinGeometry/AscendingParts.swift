/// The parts of a path of straight segments along which x never turns back.
///
/// What such a line or area covers is one stretch at every x, which renderers draw, and writers
/// reduce, in time that grows with the number of points alone.
package struct AscendingParts: Sendable {
  /// A line along which x ascends or descends, as elements of its path.
  package struct Run: Sendable {
    /// The elements: a move, then lines.
    package var elements: Range<Int>
    /// Whether x descends from the first element to the last.
    package var isReversed: Bool

    /// The number of points.
    package var count: Int { elements.count }
  }

  /// The path's elements.
  package let elements: [Path.Element]
  /// The lines in the order of the path.
  package private(set) var runs: [Run] = []

  /// Finds the lines of a path; nil for one that has others.
  package init?(lines path: Path) {
    elements = path.elements
    var start = 0
    while start < elements.count {
      guard case .move = elements[start] else { return nil }
      var end = start + 1
      while end < elements.count, case .line = elements[end] { end += 1 }
      guard let run = run(start..<end) else { return nil }
      runs.append(run)
      start = end
    }
  }

  /// Finds the areas of a path, each two lines: one there, the other back; nil for one that has
  /// others.
  package init?(areas path: Path) {
    elements = path.elements
    var start = 0
    while start < elements.count {
      guard case .move = elements[start] else { return nil }
      var end = start + 1
      while end < elements.count, case .line = elements[end] { end += 1 }
      guard end < elements.count, case .close = elements[end], end - start >= 3,
        let turn = turn(start..<end), let there = run(start..<turn), let back = run(turn..<end),
        there.isReversed != back.isReversed, meet(there, back)
      else { return nil }
      runs += [there, back]
      start = end + 1
    }
    guard sortAreas() else { return nil }
  }

  /// Whether two lines begin and end at the same x.
  private func meet(_ a: Run, _ b: Run) -> Bool {
    abs(point(0, of: a).x - point(0, of: b).x) < 1e-9
      && abs(point(a.count - 1, of: a).x - point(b.count - 1, of: b).x) < 1e-9
  }

  /// Brings the areas into ascending order; returns whether none covers a part of another's x.
  private mutating func sortAreas() -> Bool {
    let ends = stride(from: 0, to: runs.count, by: 2).map { index in
      (index, point(0, of: runs[index]).x, point(runs[index].count - 1, of: runs[index]).x)
    }.sorted { ($0.1, $0.2, $0.0) < ($1.1, $1.2, $1.0) }
    runs = ends.flatMap { [runs[$0.0], runs[$0.0 + 1]] }
    return zip(ends, ends.dropFirst()).allSatisfy { $0.2 <= $1.1 }
  }

  /// The point at which an element ends, which must be a move or a line.
  @inline(__always)
  package func point(_ element: Int) -> Point {
    switch elements[element] {
    case .move(let point), .line(let point): point
    case .cubic, .close: .zero
    }
  }

  /// A point of a run, counted in the order of ascending x.
  @inline(__always)
  package func point(_ number: Int, of run: Run) -> Point {
    point(
      run.isReversed ? run.elements.upperBound - 1 - number : run.elements.lowerBound + number)
  }

  /// The points of a run in the order of the path.
  package func points(of run: Run) -> [Point] { run.elements.map { point($0) } }

  /// The stretch of x that the runs cover; nil for none.
  package var width: Double {
    var (low, high) = (Double.infinity, -Double.infinity)
    for run in runs where run.count > 0 {
      low = min(low, point(0, of: run).x)
      high = max(high, point(run.count - 1, of: run).x)
    }
    return max(0, high - low)
  }

  private func run(_ range: Range<Int>) -> Run? {
    var (ascends, descends) = (true, true)
    var last = point(range.lowerBound).x
    guard last.isFinite else { return nil }
    for index in range.dropFirst() {
      let next = point(index).x
      if !(next >= last) { ascends = false }
      if !(next <= last) { descends = false }
      if !ascends, !descends { return nil }
      last = next
    }
    return Run(elements: range, isReversed: !ascends)
  }

  /// The first element of the way back.
  private func turn(_ range: Range<Int>) -> Int? {
    var direction = 0.0
    var last = point(range.lowerBound).x
    for index in range.dropFirst() {
      let next = point(index).x
      let step = next - last
      // A vertical step at the far end ends the way there.
      if step * direction < 0 { return index - 1 > range.lowerBound ? index - 1 : nil }
      if direction == 0, step != 0 { direction = step }
      last = next
    }
    return nil
  }
}
