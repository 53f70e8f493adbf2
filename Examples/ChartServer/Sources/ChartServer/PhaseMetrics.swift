import Burin
import Synchronization

/// How often what happened, and how long the phases of charts took, in Prometheus' text format.
final class PhaseMetrics: Sendable {
  /// A phase of a chart.
  enum Phase: String, CaseIterable {
    case queue, reading, layout, drawing
  }

  private struct Times {
    var counts = [Int](repeating: 0, count: PhaseMetrics.bounds.count + 1)
    var sum = 0.0
  }
  private struct State {
    var results: [String: Int] = [:]
    var times: [Phase: Times] = [:]
  }
  private let state = Mutex(State())

  /// Upper bounds of the histograms' buckets, in seconds.
  private static let bounds = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5]

  func count(_ result: String) { state.withLock { $0.results[result, default: 0] += 1 } }

  func add(_ phase: Phase, _ time: Duration) {
    let seconds = time.milliseconds / 1_000
    let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
    state.withLock {
      $0.times[phase, default: Times()].counts[bucket] += 1
      $0.times[phase, default: Times()].sum += seconds
    }
  }

  func text(cache: RenderCache.Usage, pool: RenderPool) -> String {
    let state = state.withLock { $0 }
    var lines = ["# TYPE charts_total counter"]
    for (result, count) in state.results.sorted(by: { $0.key < $1.key }) {
      lines.append("charts_total{result=\"\(result)\"} \(count)")
    }
    lines.append("# TYPE chart_phase_seconds histogram")
    for phase in Phase.allCases {
      let times = state.times[phase] ?? Times()
      var sum = 0
      for (bound, count) in zip(Self.bounds.map { "\($0)" } + ["+Inf"], times.counts) {
        sum += count
        lines.append("chart_phase_seconds_bucket{phase=\"\(phase)\",le=\"\(bound)\"} \(sum)")
      }
      lines.append("chart_phase_seconds_sum{phase=\"\(phase)\"} \(times.sum)")
      lines.append("chart_phase_seconds_count{phase=\"\(phase)\"} \(sum)")
    }
    lines += [
      "# TYPE render_cache_bytes gauge", "render_cache_bytes \(cache.bytes)",
      "# TYPE charts_in_work gauge", "charts_in_work \(pool.count)",
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}
