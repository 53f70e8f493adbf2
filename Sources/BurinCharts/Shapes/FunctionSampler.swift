package import BurinGeometry
package import BurinScales

/// Turns a function into polylines that look like its graph.
///
/// ```swift
/// let segments = FunctionSampler().segments(of: { tan($0) }, over: -5...5, x: xScale, y: yScale)
/// // one segment for each branch of the tangent
/// ```
///
/// The function is sampled evenly on the screen, and where it bends more than the tolerance, more
/// densely. Poles, jumps and places where the function is undefined are found by bisection and
/// break the graph. A graph that leaves the visible range is followed a little beyond its edge and
/// cut there, so an infinite value never draws a line to the frame. A gap without width, as that of
/// sin(x)/x at 0, is closed.
///
/// A mirror-symmetric function on a symmetric linear domain has mirror-symmetric samples.
package struct FunctionSampler: Sendable {
  /// How far a chord may stray from the graph, in points.
  package var tolerance: Double
  /// The distance of the first, even samples, in points; features as wide as four are found.
  package var spacing: Double
  /// How far beyond the visible range a graph is followed, in points.
  package var margin: Double
  /// The most calls of the function; what would need more is drawn less finely.
  package var evaluationLimit: Int

  /// How often the first intervals are halved at most.
  private static let depthLimit = 12
  /// The least width of a graph, in points.
  private static let leastWidth = 1e-9
  /// How often a place is bisected: enough to come down to neighbouring Doubles.
  private static let bisectionLimit = 52

  package init(
    tolerance: Double = 0.05, spacing: Double = 2, margin: Double = 12,
    evaluationLimit: Int = 20_000
  ) {
    self.tolerance = tolerance
    self.spacing = spacing
    self.margin = margin
    self.evaluationLimit = evaluationLimit
  }

  /// The graph over the part of a domain that the x scale shows, as segments of data points.
  package func segments(
    of function: (Double) -> Double, over domain: ClosedRange<Double>, x: ContinuousScale,
    y: ContinuousScale
  ) -> [[Point]] {
    let low = max(domain.lowerBound, x.domain.lowerBound)
    let high = min(domain.upperBound, x.domain.upperBound)
    guard low < high else { return [] }
    let (start, end) = (x.position(low), x.position(high))
    let isEven = x.type == .linear || x.type.isTime
    // A stretch that the axis shows as one place has a width on one side of zero and none on the
    // other, by rounding; it is drawn either way.
    return segments(
      of: function, width: max(abs(end - start), Self.leastWidth),
      x: { t in
        if t == 0 { return low }
        if t == 1 { return high }
        if isEven { return low * (1 - t) + high * t }
        return x.value(at: start * (1 - t) + end * t)
      }, y: y.position, visible: min(y.rangeStart, y.rangeEnd)...max(y.rangeStart, y.rangeEnd))
  }

  /// The graph as segments of data points.
  ///
  /// - Parameters:
  ///   - function: called at most `evaluationLimit` times.
  ///   - width: the horizontal length of the graph, in points.
  ///   - x: the value at a fraction (0…1) of the width.
  ///   - y: the vertical position of a value, in points.
  ///   - visible: the vertical positions that are shown.
  package func segments(
    of function: (Double) -> Double, width: Double, x: (Double) -> Double, y: (Double) -> Double,
    visible: ClosedRange<Double>
  ) -> [[Point]] {
    guard width.isFinite, width > 0, spacing > 0 else { return [] }
    var evaluations = 0
    let shown = visible.lowerBound - margin...visible.upperBound + margin
    func sample(_ t: Double) -> Sample {
      evaluations += 1
      let value = x(t)
      let result = function(value)
      return Sample(t: t, u: t * width, point: Point(value, result), v: y(result), shown: shown)
    }

    func remaining() -> Int { evaluationLimit - evaluations }

    // A power of two, so that all fractions are exact and mirror each other.
    var count = 16
    while Double(count) * spacing < width, count < 4096, 2 * count < evaluationLimit { count *= 2 }
    var samples = (0...count).map { sample(Double($0) / Double(count)) }
    refine(&samples, remaining, sample)
    return join(samples, remaining, sample).map(simplified)
  }

  // MARK: Refinement

  /// Halves the intervals whose middle strays from their chord, all of one depth at a time.
  private func refine(
    _ samples: inout [Sample], _ remaining: () -> Int, _ sample: (Double) -> Sample
  ) {
    // How many more halvings must find an interval smooth; steep ones are asked twice, because a
    // turning point in the middle of the chord hides the bends beside it.
    var wanted = Array(repeating: 2, count: samples.count - 1)
    for _ in 0..<Self.depthLimit {
      let active = wanted.count { $0 > 0 }
      guard active > 0, active < remaining() - evaluationLimit / 2 else { return }
      var finer: [Sample] = [samples[0]]
      var next: [Int] = []
      for (index, passes) in wanted.enumerated() {
        let (a, b) = (samples[index], samples[index + 1])
        if passes > 0 {
          let middle = sample((a.t + b.t) / 2)
          let isSteep = abs(b.v - a.v) > 2 * spacing
          let left = isSmooth(a, middle, b) ? (isSteep ? passes - 1 : 0) : 2
          finer.append(middle)
          next += [left, left]
        } else {
          next.append(0)
        }
        finer.append(b)
      }
      (samples, wanted) = (finer, next)
    }
  }

  private func isSmooth(_ a: Sample, _ middle: Sample, _ b: Sample) -> Bool {
    guard a.place == .inside || middle.place == .inside || b.place == .inside else {
      return a.place == middle.place && middle.place == b.place
    }
    guard a.place == .inside, middle.place == .inside, b.place == .inside else { return false }
    return distance(middle, a, b) <= tolerance
  }

  private func distance(_ p: Sample, _ a: Sample, _ b: Sample) -> Double {
    let (du, dv) = (b.u - a.u, b.v - a.v)
    let length = (du * du + dv * dv).squareRoot()
    return length > 0 ? abs(du * (p.v - a.v) - dv * (p.u - a.u)) / length : 0
  }

  // MARK: Breaks

  /// The runs of samples inside the shown range, with their ends moved to where they leave it.
  private func join(
    _ samples: [Sample], _ remaining: () -> Int, _ sample: (Double) -> Sample
  ) -> [[Sample]] {
    var segments: [[Sample]] = []
    var run: [Sample] = samples.first.map { $0.place == .inside ? [$0] : [] } ?? []
    var holeBefore = false

    func append(_ new: Sample) {
      if run.isEmpty, holeBefore, let last = segments.last?.last,
        abs(new.u - last.u) < 1e-3, abs(new.v - last.v) < 2 * tolerance
      {
        run = segments.removeLast()
      }
      holeBefore = false
      if run.last?.t != new.t { run.append(new) }
    }
    func breakRun(hole: Bool) {
      if !run.isEmpty { segments.append(run) }
      run = []
      holeBefore = holeBefore || hole
    }
    /// Narrows down where a run begins or ends between two samples, of which one is inside.
    func edge(_ a: Sample, _ b: Sample) -> (Sample, Sample) {
      var (a, b) = (a, b)
      for _ in 0..<Self.bisectionLimit where remaining() > 0 {
        let t = (a.t + b.t) / 2
        guard t > a.t, t < b.t else { break }
        let middle = sample(t)
        if (middle.place == .inside) == (a.place == .inside) { a = middle } else { b = middle }
      }
      return (a, b)
    }
    func connect(_ a: Sample, _ b: Sample, depth: Int) {
      switch (a.place == .inside, b.place == .inside) {
      case (true, true):
        switch step(a, b, remaining, sample) {
        case .none:
          append(b)
        case .jump(let before, let after):
          append(before)
          breakRun(hole: false)
          append(after)
          append(b)
        case .hole(let middle):
          guard depth > 0 else { return breakRun(hole: false) }
          connect(a, middle, depth: depth - 1)
          connect(middle, b, depth: depth - 1)
        }
      case (true, false):
        let (last, first) = edge(a, b)
        append(last)
        breakRun(hole: first.place == .nowhere)
      case (false, true):
        let (last, first) = edge(a, b)
        breakRun(hole: last.place == .nowhere)
        append(first)
        append(b)
      case (false, false):
        // From below to above: a steep graph passes through, a pole does not.
        guard a.place != b.place, a.place != .nowhere, b.place != .nowhere else { return }
        var (low, high) = (a, b)
        for _ in 0..<Self.bisectionLimit where remaining() > 0 {
          let t = (low.t + high.t) / 2
          guard t > low.t, t < high.t else { return }
          let middle = sample(t)
          if middle.place == .inside {
            connect(low, middle, depth: 0)
            connect(middle, high, depth: 0)
            return
          }
          if middle.place == .nowhere { return }
          if middle.place == low.place { low = middle } else { high = middle }
        }
      }
    }
    for (a, b) in zip(samples, samples.dropFirst()) { connect(a, b, depth: 4) }
    breakRun(hole: false)
    return segments.filter { $0.count > 1 }
  }

  private enum Step {
    case none
    case jump(Sample, Sample)
    case hole(Sample)
  }

  /// Whether the graph jumps between two samples: then bisection leaves most of the difference.
  private func step(
    _ a: Sample, _ b: Sample, _ remaining: () -> Int, _ sample: (Double) -> Sample
  ) -> Step {
    let difference = abs(b.v - a.v)
    guard difference > 2, difference > 10 * (b.u - a.u) else { return .none }
    var (low, high) = (a, b)
    for _ in 0..<Self.bisectionLimit where remaining() > 0 {
      let t = (low.t + high.t) / 2
      guard t > low.t, t < high.t else { break }
      let middle = sample(t)
      guard middle.place == .inside else { return .hole(middle) }
      if abs(middle.v - low.v) >= abs(high.v - middle.v) { high = middle } else { low = middle }
      if abs(high.v - low.v) < 0.5 * difference { return .none }
    }
    return .jump(low, high)
  }

  // MARK: Fewer points

  /// Leaves out the samples that lie on the chords between others, halving as the refinement did.
  private func simplified(_ run: [Sample]) -> [Point] {
    var kept: [Point] = []
    func keep(_ first: Int, _ last: Int) {
      let inner = first + 1..<last
      if inner.allSatisfy({ distance(run[$0], run[first], run[last]) <= tolerance / 2 }) {
        kept.append(run[first].point)
        return
      }
      let middle = (run[first].t + run[last].t) / 2
      // The inner sample nearest to the middle; two that are equally near are both kept.
      let right = inner.first { run[$0].t >= middle } ?? last - 1
      let left = max(first + 1, right - 1)
      let (toLeft, toRight) = (abs(middle - run[left].t), abs(run[right].t - middle))
      if toLeft < toRight {
        split(first, left, left, last)
      } else if toRight < toLeft {
        split(first, right, right, last)
      } else {
        split(first, left, right, last)
      }
    }
    func split(_ first: Int, _ left: Int, _ right: Int, _ last: Int) {
      keep(first, left)
      if right > left { keep(left, right) }
      keep(right, last)
    }
    keep(0, run.count - 1)
    kept.append(run[run.count - 1].point)
    return kept
  }
}

/// A value of the function, in data and on the screen.
private struct Sample {
  enum Place { case below, inside, above, nowhere }

  var t: Double
  var u: Double
  var point: Point
  var v: Double
  var place: Place

  init(t: Double, u: Double, point: Point, v: Double, shown: ClosedRange<Double>) {
    (self.t, self.u, self.point, self.v) = (t, u, point, v)
    if !v.isFinite || !point.y.isFinite {
      place = .nowhere
    } else if v < shown.lowerBound {
      place = .below
    } else {
      place = v > shown.upperBound ? .above : .inside
    }
  }
}
