import BurinRaster
import Testing

/// The location of a check, and the way its result is reported there.
struct TestPlace {
  let filePath: String
  let function: String
  let sourceLocation: SourceLocation

  init(_ fileID: String, _ filePath: String, _ line: Int, _ column: Int, _ function: String) {
    self.filePath = filePath
    self.function = function
    sourceLocation = SourceLocation(
      fileID: fileID, filePath: filePath, line: line, column: column)
  }

  /// The argument of `swift test --filter` for the test: its module and its name.
  var filter: String {
    let name = function.prefix { $0 != "(" }
    return "\(sourceLocation.moduleName).*\(name)"
  }

  /// Reports a failure: as an issue in Swift Testing, by throwing elsewhere.
  func report(_ failure: some Error & CustomStringConvertible) throws {
    guard Test.current != nil else { throw failure }
    Issue.record(
      Comment(rawValue: failure.description), sourceLocation: sourceLocation)
  }

  /// Reports a warning, which is not a failure.
  func warn(_ text: String) {
    #if compiler(>=6.3)
      if Test.current != nil {
        Issue.record(
          Comment(rawValue: text), severity: .warning, sourceLocation: sourceLocation)
        return
      }
    #endif
    print("warning: \(text)")
  }

  /// Attaches the pictures of a failure in Swift Testing, which stores them as configured.
  func attach(_ failure: GoldenFailure) throws {
    #if compiler(>=6.2)
      guard Test.current != nil else { return }
      let encoder = PNGEncoder()
      Attachment.record(
        Attachment(
          try encoder.encode(failure.actual), named: "\(failure.name).actual.png",
          sourceLocation: sourceLocation), sourceLocation: sourceLocation)
      if let difference = failure.difference {
        Attachment.record(
          Attachment(
            try encoder.encode(difference), named: "\(failure.name).difference.png",
            sourceLocation: sourceLocation), sourceLocation: sourceLocation)
      }
    #endif
  }
}
