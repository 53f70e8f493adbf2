// Charts over HTTP: by query and by posted rows, as PNG, SVG and PDF.

import ArgumentParser
import Burin
import CMalloc
import Foundation
import Hummingbird
import Logging

@main
struct ChartServer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart-server", abstract: "Serves charts as PNG, SVG and PDF.")

  @Option(help: "The address to listen on.") var host = "127.0.0.1"
  @Option(help: "The port to listen on.") var port = 8080
  @Option(help: "A folder with the fonts; without it those that are installed are used.")
  var fonts: String?
  @Option(help: "The number of charts that are drawn at once; without it one for each processor.")
  var threads: Int?
  @Option(help: "The number of charts that may wait to be drawn.") var waiting = 256
  @Option(help: "The maximum number of pixels of a PNG.") var pixels = 4_000_000
  @Option(help: "The maximum number of milliseconds that a chart may take.") var milliseconds =
    2_000

  func run() async throws {
    cmalloc_return_memory()
    var logger = Logger(label: "chart-server") { _ in JSONLogHandler() }
    logger.logLevel = .info
    var limits = RenderLimits.untrusted
    limits.pixels = pixels
    limits.time = .milliseconds(milliseconds)
    let source: FontSource = fonts.map { .folder($0) } ?? .installed
    let service: ChartService
    do throws(BurinError) {
      service = try ChartService(
        limits: limits, cache: RenderCache(limit: 16 << 20, fonts: source),
        pool: RenderPool(threads: threads, waiting: waiting))
    } catch {
      logger.critical("no fonts", metadata: ["code": "\(error.code)", "error": "\(error)"])
      throw ExitCode.failure
    }
    for note in service.fonts.notes { logger.warning("fonts", metadata: ["note": "\(note)"]) }
    let application = service.application(host: host, port: port, logger: logger)
    logger.info(
      "ready", metadata: ["port": "\(port)", "fonts": "\(service.fonts.files.count) files"])
    try await application.runService()
  }
}
