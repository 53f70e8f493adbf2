import Burin
import Foundation
import Synchronization

/// The code of the pages about embedding, as it stands there.
struct EmbeddingPages: Sendable {
  struct Answer {
    var status: Int
    var headers: [String: String] = [:]
    var body: [UInt8] = []
  }
  struct Connection { func whenClosed(_ action: @escaping @Sendable () -> Void) {} }
  struct Day: Sendable {
    var number: Int
    var rain: Double
  }
  struct Month: Sendable {
    var name: String
    var days: [Day]
  }

  let cache = RenderCache(limit: 8 << 20)
  let chart = Chart { BarMark(x: .value("City", "Bergen"), y: .value("Rain", 256)) }
  let months = ["Jan", "Feb", "Mar"].map { name in
    Month(name: name, days: (1...5).map { Day(number: $0, rain: Double($0 * $0 % 7)) })
  }
  let stored = Store()

  /// What examples keep.
  final class Store: Sendable {
    private let files = Mutex<[String: [UInt8]]>([:])
    subscript(name: String) -> [UInt8]? { files.withLock { $0[name] } }
    func add(_ bytes: [UInt8], _ name: String) { files.withLock { $0[name] = bytes } }
  }

  func chart(of month: Month) -> Chart {
    Chart(month.days, id: \.number) { BarMark(x: .value("d", $0.number), y: .value("r", $0.rain)) }
  }
  func log(_ line: String) {}
  func send(_ piece: UnsafeRawBufferPointer) {}
  func store(_ bytes: [UInt8], as name: String) throws {
    stored.add(bytes, name)
  }
  func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
  }

  // MARK: Embedding.md

  func start() throws {
    // At start: fails here, not at the first request.
    let fonts = try Burin.prepare(theme: .standard)
    let options = RenderOptions(width: 480, height: 300, limits: .untrusted)
    let picture = try chart.render(.png, options)
    try store(picture.bytes, as: "rain.png")
    for note in fonts.notes { log(note) }
    for diagnostic in picture.diagnostics { log("note: \(diagnostic)") }
  }

  func answer(_ chart: Chart) -> (status: Int, body: [UInt8]) {
    do {
      return (200, try chart.render(.png, RenderOptions(limits: .untrusted)).bytes)
    } catch {
      let line = Array("\(error.code): \(error)".utf8)
      switch error.category {
      case .data, .options: return (422, line)
      case .limit: return (413, line)
      case .cancellation: return (499, [])
      case .machine, .other: return (500, Array(error.code.utf8))
      }
    }
  }

  func folder() throws {
    let cache = RenderCache(fonts: .folder("/app/fonts"))
    try Burin.prepare(theme: .standard, cache: cache)
    try chart.write(to: "rain.png", as: .png, RenderOptions(cache: cache))
  }

  func measure() throws {
    let cache = RenderCache(limit: 16 << 20)
    log("\(cache.usage)")  // bytes, families, faces, glyphs, shapers
    cache.removeAll()
  }

  func conveniences() async throws {
    let options = RenderOptions()
    let format = OutputFormat.png(scale: 2)
    log("\(format.mediaType) .\(format.fileExtension)")  // image/png .png

    // A name of the file that the scene makes, without making it: for ETag and If-None-Match.
    log(try chart.scene(options).scene.digest(as: format).entityTag)

    // Into a buffer of yours, or in pieces to a socket.
    var body: [UInt8] = []
    try chart.append(to: &body, as: format)
    try chart.write(as: .pdf) { piece in send(piece) }

    // Many pictures, four in work at a time, in order; a failure costs only its own picture.
    let batch = RenderBatch(months, as: format, inFlight: 4) { month in chart(of: month) }
    for await (month, result) in batch { try store(result.get().bytes, as: "\(month.name).png") }
  }

  // MARK: InlineSVG.md

  func page() throws -> (alone: [UInt8], inline: String) {
    // UTF-8, from <svg on.
    let svg = try chart.render(.svg, RenderOptions(width: 480, height: 300)).bytes
    let responsive = OutputFormat.svg(
      idPrefix: "rain-2024", sizing: .responsive(maxWidth: 720), includesBackground: false)
    let inline = String(decoding: try chart.render(responsive).bytes, as: UTF8.self)
    let page = "<!DOCTYPE html><title>Rain</title><figure>\(inline)</figure>"
    return (svg, page)
  }

  func adaptive() throws -> Rendered {
    try chart.render(.svg(colors: .adaptive))
  }

  // MARK: HTTP.md

  func serve() throws {
    let cache = RenderCache(limit: 32 << 20)
    let fonts = try Burin.prepare(theme: .standard, formulas: false, cache: cache)
    log("fonts: \(fonts.files.joined(separator: ", "))")
  }

  func png(_ chart: Chart, ifNoneMatch tags: String?) -> Answer {
    var options = RenderOptions(width: 640, height: 400, altText: "Requests a minute.")
    options.limits = .untrusted
    options.cache = cache
    let format = OutputFormat.png(scale: 2)
    do {
      let (scene, diagnostics) = try chart.scene(options)
      let tag = scene.digest(as: format).entityTag
      if tags?.contains(tag) == true { return Answer(status: 304, headers: ["ETag": tag]) }
      for diagnostic in diagnostics { log("note: \(diagnostic)") }
      return Answer(
        status: 200, headers: ["ETag": tag, "Content-Type": format.mediaType],
        body: try scene.encoded(as: format, limits: .untrusted, cache: cache))
    } catch {
      return refusal(error)
    }
  }

  func refusal(_ error: BurinError) -> Answer {
    switch error.category {
    case .data, .options: return Answer(status: 422, body: Array("\(error.code): \(error)".utf8))
    case .limit: return Answer(status: 413, body: Array("\(error.code): \(error)".utf8))
    case .cancellation: return Answer(status: 499)
    case .machine, .other:
      log("\(error.code): \(error)")
      return Answer(status: 500)
    }
  }

  func onThreads(_ pool: some TaskExecutor, _ connection: Connection) async -> Answer {
    let task = Task(executorPreference: pool) { png(chart, ifNoneMatch: nil) }
    connection.whenClosed { task.cancel() }
    let answer = await task.value
    return answer
  }

  // MARK: Batch.md

  func batch() async throws -> [String] {
    let batch = RenderBatch(
      months, as: .png(scale: 2), RenderOptions(width: 640, height: 400), inFlight: 4
    ) { month in
      Chart(month.days, id: \.number) { day in
        LineMark(x: .value("Day", day.number), y: .value("Rain", day.rain))
      }
      .chartTitle(Text(verbatim: month.name))
    }
    var failures: [String] = []
    for await (month, result) in batch {
      switch result {
      case .success(let picture): try store(picture.bytes, as: "\(month.name).png")
      case .failure(let error): failures.append("\(month.name): \(error.code): \(error)")
      }
    }
    return failures
  }

  func formats() throws {
    let (scene, _) = try chart.scene(RenderOptions(width: 480, height: 300))
    for format in OutputFormat.all() {
      try store(scene.encoded(as: format), as: "rain.\(format.fileExtension)")
    }
  }

  // MARK: Email.md

  func message(_ chart: Chart, alt: String) throws -> String {
    let options = RenderOptions(width: 560, height: 320, altText: alt, limits: .untrusted)
    let picture = try chart.render(.png(scale: 2), options)
    let size = picture.scene.size
    let html =
      "<img src=\"cid:chart\" width=\"\(Int(size.width))\" height=\"\(Int(size.height))\" alt=\"\(escaped(alt))\">"
    return """
      MIME-Version: 1.0
      Content-Type: multipart/related; boundary=burin

      --burin
      Content-Type: text/html; charset=utf-8

      \(html)
      --burin
      Content-Type: \(OutputFormat.png.mediaType)
      Content-ID: <chart>
      Content-Disposition: inline; filename=chart.\(OutputFormat.png.fileExtension)
      Content-Transfer-Encoding: base64

      \(Data(picture.bytes).base64EncodedString(options: .lineLength76Characters))
      --burin--
      """
  }

  func card() throws {
    var theme = Theme.standard
    theme.margin = 40
    for (role, font) in theme.fonts {
      theme.fonts[role] = Theme.Font(font.size * 1.25, font.weight)
    }
    let card = RenderOptions(width: 600, height: 315, title: "Rain in Bergen", theme: theme)
    try chart.write(to: "card.png", as: .png(scale: 2), card)  // 1200 × 630 pixels
  }

  // MARK: Container.md

  func container() throws {
    let cache = RenderCache(fonts: .folder("/app/fonts"))
    try Burin.prepare(theme: .standard, cache: cache)
  }

  func latin() throws {
    var theme = Theme.standard
    theme.families.text = ["Inter"]
    try Burin.prepare(
      theme: theme, formulas: false, cache: RenderCache(fonts: .files(["/app/Inter.ttc"])))
  }
}
