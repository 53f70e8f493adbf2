import Burin
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Testing

@testable import ChartServer

@Suite("The server")
struct ChartServerTests {
  private func test(
    _ limits: RenderLimits = .untrusted, waiting: Int = 8,
    _ body: @Sendable @escaping (any TestClientProtocol) async throws -> Void
  ) async throws {
    let service = try ChartService(
      limits: limits, cache: RenderCache(), pool: RenderPool(threads: 2, waiting: waiting))
    let application = service.application(
      host: "127.0.0.1", port: 0, logger: Logger(label: "test"))
    try await application.test(.live, body)
  }

  private static func code(_ response: TestResponse) -> String? {
    struct Problem: Decodable { var code: String }
    return try? JSONDecoder().decode(Problem.self, from: Data(buffer: response.body)).code
  }

  @Test("A query is a chart in each format, and known the second time")
  func query() async throws {
    try await test { client in
      for (end, type) in [
        ("png", "image/png"), ("svg", "image/svg+xml"), ("pdf", "application/pdf"),
      ] {
        let uri = "/chart.\(end)?mark=bar&title=Rain%20%245&x=Jan,Feb&y=256,140"
        let first = try await client.execute(uri: uri, method: .get)
        #expect(first.status == .ok)
        #expect(first.headers[.contentType] == type)
        let tag = try #require(first.headers[.eTag])
        let second = try await client.execute(uri: uri, method: .get)
        #expect(second.body == first.body)
        let third = try await client.execute(uri: uri, method: .get, headers: [.ifNoneMatch: tag])
        #expect(third.status == .notModified && third.body.readableBytes == 0)
      }
    }
  }

  @Test("Posted rows are a chart, with series, gaps and dates")
  func post() async throws {
    let json = """
      {"mark": "line", "rows": [{"x": "2026-01-01", "y": 3, "series": "a"},
       {"x": "2026-02-01", "y": null, "series": "a"}, {"x": "2026-03-01", "y": 5, "series": "a"}]}
      """
    try await test { client in
      let answer = try await client.execute(
        uri: "/chart.svg", method: .post, body: ByteBuffer(string: json))
      #expect(answer.status == .ok)
      #expect(String(buffer: answer.body).contains("<svg"))
    }
  }

  @Test(
    "What is wrong has the right status and a code",
    arguments: [
      ("mark=pie&y=1", 400, "request.mark"), ("y=1,a", 400, "request.y"),
      ("x=1&y=1,2", 400, "request.rows"), ("color=red&y=1", 400, "request.parameter"),
      ("y=1&width=24&height=16", 422, "chart.no-room"), ("y=1&scale=-1", 422, "render.scale"),
      ("y=1&title=%F3%BF%BF%BD", 422, "text.missing-character"),
      ("y=1&width=6000&height=4000&scale=2", 413, "limit.pixels"),
    ])
  func problems(query: String, status: Int, code: String) async throws {
    try await test { client in
      let answer = try await client.execute(uri: "/chart.png?\(query)", method: .get)
      #expect(answer.status.code == status)
      #expect(Self.code(answer) == code)
    }
  }

  @Test("Limits of time and of those that wait are kept")
  func limits() async throws {
    var limits = RenderLimits.untrusted
    limits.time = .zero
    try await test(limits) { client in
      let answer = try await client.execute(uri: "/chart.png?y=1", method: .get)
      #expect(answer.status == .contentTooLarge && Self.code(answer) == "limit.time")
    }
    try await test(waiting: -1) { client in
      let health = try await client.execute(uri: "/health", method: .get)
      #expect(health.status == .ok)
      #expect(String(buffer: health.body).contains("Noto Sans CJK SC"))
    }
  }

  @Test("Metrics count results and time phases")
  func metrics() async throws {
    try await test { client in
      _ = try await client.execute(uri: "/chart.svg?y=1,2", method: .get)
      let answer = try await client.execute(uri: "/metrics", method: .get)
      let text = String(buffer: answer.body)
      #expect(text.contains("charts_total{result=\"drawn\"} 1"))
      #expect(text.contains("chart_phase_seconds_count{phase=\"layout\"} 1"))
    }
  }
}
