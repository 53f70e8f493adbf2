import Burin
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// The routes of the server and what they share.
struct ChartService: Sendable {
  /// The limits of a request; its time is a tenth less than what clients are promised, so that on a
  /// busy machine, too, the answer is there in time.
  private(set) var limits: RenderLimits
  let cache: RenderCache
  let pool: RenderPool
  let fonts: PreparedFonts
  let pictures = PictureCache(limit: 8 << 20)
  let metrics = PhaseMetrics()

  /// The maximum number of bytes of a request's body: some 70,000 rows.
  static let bodyLimit = 4 << 20
  /// The bytes of all bodies that are read, wait or are drawn.
  private let bodies = ByteBudget(16 << 20)

  /// Loads the fonts, so that a machine without them is found out here.
  init(limits: RenderLimits, cache: RenderCache, pool: RenderPool) throws(BurinError) {
    self.limits = limits
    self.limits.time = limits.time.map { $0 * 9 / 10 }
    self.cache = cache
    self.pool = pool
    fonts = try Burin.prepare(formulas: false, cache: cache)
  }

  func application(host: String, port: Int, logger: Logger) -> some ApplicationProtocol {
    Application(
      router: router(),
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [HangUpHandler()], idleTimeout: .seconds(60))),
      configuration: .init(address: .hostname(host, port: port), serverName: nil), logger: logger)
  }

  func router() -> Router<ChartContext> {
    let router = Router(context: ChartContext.self)
    router.get("health") { _, _ in health() }
    router.get("metrics") { _, _ in
      text(.ok, metrics.text(cache: cache.usage, pool: pool), "text/plain; version=0.0.4")
    }
    for format in Self.formats {
      let path = RouterPath("chart.\(format.fileExtension)")
      router.get(path) { request, context in
        let query = request.uri.queryParameters.map { (name: String($0), value: String($1)) }
        let asked = Asked(mediaType: format.mediaType, text: request.uri.query ?? "")
        return await answer(request, context, format, asked, since: .now) {
          try ChartRequest(query: query)
        }
      }
      router.post(path) { request, context in
        // What the client takes to send its rows is a part of the request's time.
        let start = ContinuousClock.now
        let length = request.headers[.contentLength].flatMap { Int($0) } ?? Self.bodyLimit
        guard length <= Self.bodyLimit else { return tooLarge }
        guard let share = bodies.share(length) else { return busy("too much is being sent") }
        defer { withExtendedLifetime(share) {} }
        let body: ByteBuffer
        do {
          body = try await request.body.collect(upTo: Self.bodyLimit)
        } catch {
          return tooLarge
        }
        guard let text = String(validating: body.readableBytesView, as: UTF8.self) else {
          return problem(.badRequest, "request.json", "the body is no UTF-8")
        }
        let asked = Asked(mediaType: format.mediaType, text: text)
        return await answer(request, context, format, asked, since: start) {
          try ChartRequest(json: Data(asked.text.utf8))
        }
      }
    }
    return router
  }

  /// The scale is the request's, so these only name the formats.
  private static let formats: [OutputFormat] = [.png, .svg, .pdf]

  private var tooLarge: Response {
    problem(.contentTooLarge, "request.body", "the body has more than \(Self.bodyLimit) bytes")
  }

  private func busy(_ reason: String) -> Response {
    metrics.count("busy")
    var busy = problem(.serviceUnavailable, "busy", "\(reason); try again later")
    busy.headers[.retryAfter] = "1"
    return busy
  }

  /// What a chart became, with the number of its notes.
  private typealias Drawn = Result<(bytes: [UInt8], notes: Int), any Error>

  /// Answers a request from what was drawn before, or draws it on the pool.
  ///
  /// Where the time is over, the answer does not wait for the thread that draws: it stops at its
  /// next check, which on a busy machine may come late.
  private func answer(
    _ request: Request, _ context: ChartContext, _ format: OutputFormat, _ asked: Asked,
    since start: ContinuousClock.Instant, decode: @Sendable @escaping () throws -> ChartRequest
  ) async -> Response {
    let tag = asked.entityTag
    if request.headers[.ifNoneMatch]?.contains(tag) == true {
      metrics.count("not_modified")
      return Response(status: .notModified, headers: [.eTag: tag])
    }
    if let known = pictures[asked] {
      metrics.count("cached")
      return picture(known, format, tag)
    }
    guard let place = pool.reserve() else { return busy("too many charts are waiting") }
    let signal = await context.hangUpSignal()
    let first = FirstAnswer<Drawn>()
    let task = Task(executorPreference: pool) {
      first.give(drawn(decode, format, asked: start))
      place.release()
    }
    let timer = limits.time.map { limit in
      context.after(limit - (ContinuousClock.now - start)) {
        let spent = ContinuousClock.now - start
        let isLate = first.give(
          .failure(
            LimitError.exceeded(
              .time, allowed: Int(limit.milliseconds), asked: Int(spent.milliseconds))))
        if isLate { task.cancel() }
      }
    }
    signal?.whenClosed { task.cancel() }
    let result = await withTaskCancellationHandler {
      await first.value
    } onCancel: {
      task.cancel()
    }
    timer?.cancel()
    signal?.whenClosed(nil)
    let spent = (ContinuousClock.now - start).milliseconds
    var response: Response
    switch result {
    case .success(let drawn):
      metrics.count("drawn")
      pictures.store(drawn.bytes, for: asked)
      context.logger.info(
        "chart",
        metadata: [
          "format": "\(format.fileExtension)", "bytes": "\(drawn.bytes.count)",
          "ms": "\(spent)", "notes": "\(drawn.notes)",
        ])
      response = picture(drawn.bytes, format, tag)
    case .failure(let error as RequestProblem):
      metrics.count("request.\(error.code)")
      response = problem(.badRequest, "request.\(error.code)", error.message)
    case .failure(let error):
      let error = BurinError(error)
      metrics.count(error.code)
      context.logger.info("refused", metadata: ["code": "\(error.code)", "ms": "\(spent)"])
      response = refusal(error, context.logger)
    }
    // So that a client can tell the server's time from the way's.
    if let name = HTTPField.Name("Server-Timing") { response.headers[name] = "chart;dur=\(spent)" }
    return response
  }

  /// Reads and draws on the thread of the pool that calls it.
  private func drawn(
    _ decode: () throws -> ChartRequest, _ format: OutputFormat, asked: ContinuousClock.Instant
  ) -> Result<(bytes: [UInt8], notes: Int), any Error> {
    let clock = ContinuousClock()
    let begun = clock.now
    metrics.add(.queue, begun - asked)
    return Result {
      let deadline = limits.time.map { Deadline(start: asked, limit: $0) }
      let (request, chart) = try Deadline.$current.withValue(deadline) {
        // Nothing is read for a client that has hung up meanwhile.
        try Deadline.check()
        let request = try decode()
        return (request, try request.chart())
      }
      let read = clock.now
      metrics.add(.reading, read - begun)
      // The time counts from the request on, with what it waited and what reading took.
      var own = limits
      own.time = limits.time.map { max(.zero, $0 - (read - asked)) }
      var options = request.options
      options.limits = own
      options.cache = cache
      let (scene, diagnostics) = try chart.scene(options)
      let laidOut = clock.now
      metrics.add(.layout, laidOut - read)
      own.time = own.time.map { max(.zero, $0 - (laidOut - read)) }
      let bytes = try scene.encoded(as: request.format(format), limits: own, cache: cache)
      metrics.add(.drawing, clock.now - laidOut)
      return (bytes, diagnostics.count)
    }
  }

  // MARK: Answers

  private func picture(
    _ bytes: [UInt8], _ format: OutputFormat, _ tag: String
  ) -> Response {
    Response(
      status: .ok,
      headers: [
        .contentType: format.mediaType, .eTag: tag,
        .cacheControl: "public, max-age=300",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  private func refusal(_ error: BurinError, _ logger: Logger) -> Response {
    switch error.category {
    case .data, .options: return problem(.unprocessableContent, error.code, "\(error)")
    case .limit: return problem(.contentTooLarge, error.code, "\(error)")
    // Nobody reads it; 499 is what proxies log for it.
    case .cancellation: return problem(HTTPResponse.Status(code: 499), error.code, "\(error)")
    case .machine, .other:
      logger.error("chart", metadata: ["code": "\(error.code)", "error": "\(error)"])
      return problem(.internalServerError, error.code, "the server cannot draw charts just now")
    }
  }

  /// An answer as RFC 9457 has it.
  private func problem(
    _ status: HTTPResponse.Status, _ code: String, _ detail: String
  ) -> Response {
    struct Problem: Encodable {
      var status: Int
      var code: String
      var detail: String
    }
    return json(
      status, Problem(status: status.code, code: code, detail: detail), "application/problem+json")
  }

  private func health() -> Response {
    struct Health: Encodable {
      var status = "ok"
      var version = burinVersion
      var fonts: [String]
      var notes: [String]
      var cacheBytes: Int
      var waiting: Int
    }
    return json(
      .ok,
      Health(
        fonts: fonts.families, notes: fonts.notes, cacheBytes: cache.usage.bytes,
        waiting: pool.count), "application/json")
  }

  private func json(
    _ status: HTTPResponse.Status, _ value: some Encodable, _ type: String
  ) -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = (try? encoder.encode(value)) ?? Data("{}".utf8)
    return text(status, String(decoding: data, as: UTF8.self), type)
  }

  private func text(_ status: HTTPResponse.Status, _ text: String, _ type: String) -> Response {
    Response(
      status: status, headers: [.contentType: type],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}

extension Duration {
  /// Milliseconds with microseconds.
  var milliseconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) * 1_000 + (Double(attoseconds) / 1e12).rounded() / 1e3
  }
}
