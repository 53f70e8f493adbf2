import BurinGolden
import BurinRaster
import BurinScene
import CommandSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The result of comparing a pair of pictures.
struct PairComparison: Sendable {
  let pair: PicturePair
  var status: ComparisonStatus
  /// The reason why there is no verdict, in one line; empty if there is one.
  var problem = ""
  /// The verdict; nil if a picture is missing or unreadable.
  var verdict: Verdict?
  /// The size of the golden; nil if it could not be read.
  var size: PixelSize?
  /// The golden's file, kept if it is to be shown.
  var expectedFile: [UInt8]?
  /// The picture's file, kept if it is to be shown.
  var actualFile: [UInt8]?
  /// The golden's scene if there was none to compare it with.
  var lonelyScene: LeftOut?
}

/// Compares pairs by one rule.
struct PairComparer: Sendable {
  /// The rule for the pixels; nil to derive it from the environments.
  var rule: PixelRule?
  /// Whether a different environment is a failure.
  var isStrict: Bool
  /// Whether the colour space, the orientation, the density and the like may differ.
  var ignoresMetadata = false
  /// Whether both pictures are decoded concurrently.
  var isConcurrent: Bool
  /// Whether the files of pairs that differ are kept.
  var keepsFiles: Bool

  /// The maximum size of a picture's file, in bytes.
  static let sizeLimit = 1 << 29
  /// The size from which files are decoded concurrently; for smaller ones a thread costs
  /// more.
  private static let sizeForThreads = 1 << 15
  /// The maximum size of a scene's file, in bytes.
  static let sceneSizeLimit = 1 << 26

  func compare(_ pair: PicturePair) -> PairComparison {
    do throws(Failure) {
      switch (pair.expected.map(Source.init), pair.actual.map(Source.init)) {
      case (let expected?, let actual?): return try compare(pair, expected, actual)
      case (let expected, let actual):
        // An unpaired picture must be valid too, also for the report.
        let file = try (expected ?? actual)?.file()
        if let file { _ = try (expected ?? actual)?.rendition(file) }
        var comparison =
          expected == nil
          ? PairComparison(
            pair: pair, status: .missing, problem: "there is no golden for it\(pair.hint)")
          : PairComparison(
            pair: pair, status: .orphaned,
            problem: "there is no picture for this golden\(pair.hint)")
        if keepsFiles {
          comparison.expectedFile = expected == nil ? nil : file
          comparison.actualFile = actual == nil ? nil : file
        }
        return comparison
      }
    } catch {
      return PairComparison(pair: pair, status: error.status, problem: error.message)
    }
  }

  private func compare(
    _ pair: PicturePair, _ expected: Source, _ actual: Source
  ) throws(Failure) -> PairComparison {
    let files = (expected: try expected.file(), actual: try actual.file())
    let texts = (expected: try expected.sceneText(), actual: try actual.sceneText())
    var renditions: (expected: Rendition, actual: Rendition)
    if files.expected == files.actual {
      // The file is decoded even if both are equal: a damaged file is not a picture.
      let rendition = try expected.rendition(files.expected)
      renditions = (rendition, rendition)
    } else {
      let isLarge = min(files.expected.count, files.actual.count) >= Self.sizeForThreads
      let decoded = mapConcurrently(
        [(expected, files.expected), (actual, files.actual)],
        jobs: isConcurrent && isLarge ? 2 : 1
      ) { source, bytes in
        Result { () throws(Failure) in try source.rendition(bytes) }
      }
      renditions = (try decoded[0].get(), try decoded[1].get())
    }
    renditions.expected.scene = try expected.scene(texts.expected)
    renditions.actual.scene = try actual.scene(texts.actual)
    renditions.expected.fingerprint = pair.expectedFingerprint
    renditions.actual.fingerprint = pair.actualFingerprint
    let verdict = Verdict(
      expected: renditions.expected, actual: renditions.actual, rule: rule,
      ignoresMetadata: ignoresMetadata)
    var comparison = PairComparison(
      pair: pair, status: verdict.passes ? .same : .different, verdict: verdict,
      size: PixelSize(renditions.expected.bitmap))
    if texts.expected != nil, texts.actual == nil {
      comparison.lonelyScene = LeftOut(
        path: expected.scenePath, name: pair.name.replacingExtension(with: "scene"),
        reason: .scenes, words: "the golden's scene, since the picture has none beside it")
    }
    if verdict.passes, isStrict, !verdict.environment.isEmpty {
      comparison.status = .otherEnvironment
    }
    if keepsFiles, comparison.status != .same || verdict.hiddenCount > 0 {
      comparison.expectedFile = files.expected
      comparison.actualFile = files.actual
    }
    return comparison
  }
}

/// The reason why a pair cannot be compared.
private struct Failure: Error {
  var status: ComparisonStatus
  var message: String
}

/// A picture with the files beside it.
private struct Source: Sendable {
  let path: BytePath

  init(_ path: BytePath) { self.path = path }

  func file() throws(Failure) -> [UInt8] { try read(path, limit: PairComparer.sizeLimit) }

  func rendition(_ bytes: [UInt8]) throws(Failure) -> Rendition {
    do throws(PNGError) {
      return try Rendition(png: bytes)
    } catch {
      throw Failure(status: .unreadable, message: "\(path): \(error)")
    }
  }

  var scenePath: BytePath { path.replacingExtension(with: "scene") }

  /// Returns the text of the scene beside the picture; nil if there is none.
  func sceneText() throws(Failure) -> String? {
    guard path.fileExtension == "png" else { return nil }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try AtomicFile.read(scenePath, limit: PairComparer.sceneSizeLimit)
    } catch {
      guard error.reason == .notFound else {
        throw Failure(status: .unreadable, message: "\(error)")
      }
      var entry = stat()
      if scenePath.withCString({ lstat($0, &entry) }) == 0 {
        throw Failure(status: .unreadable, message: "\(scenePath): a link that leads nowhere")
      }
      return nil
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(status: .unreadable, message: "\(scenePath): the text is not UTF-8")
    }
    return text
  }

  func scene(_ text: String?) throws(Failure) -> Scene? {
    guard let text else { return nil }
    do throws(SceneTextError) {
      return try Scene(text: text)
    } catch {
      throw Failure(status: .unreadable, message: "\(scenePath): \(error)")
    }
  }

  private func read(_ path: BytePath, limit: Int) throws(Failure) -> [UInt8] {
    do throws(FileError) {
      return try AtomicFile.read(path, limit: limit)
    } catch {
      throw Failure(
        status: error.reason == .notFound ? .missing : .unreadable, message: "\(error)")
    }
  }
}
