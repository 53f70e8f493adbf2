// Charts over HTTP: by query and by posted rows, as PNG, SVG and PDF.

import ArgumentParser
import Burin
import Foundation
import Hummingbird
import Logging

#if canImport(Glibc)
  import Glibc
#endif

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
    Self.returnMemory()
    var logger = Logger(label: "chart-server") { _ in JSONLogHandler() }
    logger.logLevel = .info
    var limits = RenderLimits.untrusted
    limits.pixels = pixels
    limits.time = .milliseconds(milliseconds)
    let source: FontSource = fonts.map { .folder($0) } ?? .installed
    let service: ChartService
    do throws(BurinError) {
      service = try ChartService(
        limits: limits, cache: RenderCache(limit: 32 << 20, fonts: source),
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

  /// Lets the memory of pictures go back to the system when they are done.
  ///
  /// Glibc gives each thread an arena of its own, and raises the size from which a block is mapped by
  /// itself to that of the largest one freed, up to 32 MB: the pixels of pictures would then lie
  /// between small blocks that stay, and the process be as large as all threads' largest pictures.
  private static func returnMemory() {
    #if canImport(Glibc)
      _ = mallopt(M_ARENA_MAX, 2)
      _ = mallopt(M_MMAP_THRESHOLD, 256 << 10)
      _ = mallopt(M_TRIM_THRESHOLD, 1 << 20)
    #endif
  }
}
