import Burin
import Testing

@Suite("Cancelled renderings")
struct CancellationTests {
  /// A format that draws as Burin's, and cancels its own task when it has begun.
  private struct Cancelling: SceneEncoder {
    var format: OutputFormat
    var fileExtension: String { format.fileExtension }
    var mediaType: String { format.mediaType }
    func encode(_ scene: Scene) throws -> [UInt8] {
      withUnsafeCurrentTask { $0?.cancel() }
      return try format.encoder.encode(scene)
    }
  }

  /// A rectangle that cancels the task when it is laid out.
  private struct Trap: View {
    var body: some View {
      withUnsafeCurrentTask { $0?.cancel() }
      return Rectangle()
    }
  }

  private func result(
    _ content: some FigureContent & Sendable, _ format: OutputFormat
  ) async -> Result<Rendered, BurinError> {
    await Task {
      Result { () throws(BurinError) in
        try content.render(format, RenderOptions(width: 300, height: 200))
      }
    }.value
  }

  private let chart = Chart {
    for index in 0..<40 {
      BarMark(x: .value("x", Double(index)), y: .value("y", Double(index * index % 17)))
    }
  }

  @Test("A task that is cancelled before it begins draws nothing")
  func before() async {
    let chart = chart
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return Result { () throws(BurinError) in try chart.render(.png) }
    }
    task.cancel()
    guard case .failure(let error) = await task.value else {
      Issue.record("it was drawn")
      return
    }
    #expect(error.category == .cancellation)
    #expect(error.code == "cancelled")
  }

  @Test("Every format stops within its work", arguments: [0, 1, 2])
  func within(index: Int) async {
    let format = OutputFormat.all()[index]
    guard case .failure(let error) = await result(chart, OutputFormat(Cancelling(format: format)))
    else {
      Issue.record("\(format.mediaType) was written")
      return
    }
    #expect(error.category == .cancellation)
  }

  @Test("A large PNG stops within painting and packing, long before its end")
  func early() async throws {
    let chart = chart
    let clock = ContinuousClock()
    let options = RenderOptions(width: 3_000, height: 2_000)
    let whole = try clock.measure { _ = try chart.render(.png(scale: 2), options) }
    // Stopped after a twentieth, a half and nine tenths of the time that the whole takes.
    for part in [0.05, 0.5, 0.9] {
      let task = Task {
        let result = Result { () throws(BurinError) in try chart.render(.png(scale: 2), options) }
        return (result, end: clock.now)
      }
      try await Task.sleep(for: whole * part)
      let cancelled = clock.now
      task.cancel()
      let (result, end) = await task.value
      if case .success = result { continue }  // it was faster this time
      // Far less than the rest; a limit in milliseconds would fail on a busy machine.
      #expect(end - cancelled < max(whole / 2, .milliseconds(100)))
    }
  }
}
