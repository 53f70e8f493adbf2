import BurinRaster
import Testing

/// Where a check stands, and how its result is told there.
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

  /// What `swift test --filter` takes for the test: its module and its name.
  var filter: String {
    let name = function.prefix { $0 != "(" }
    return "\(sourceLocation.moduleName).*\(name)"
  }

  /// Tells a failure: as an issue in Swift Testing, by throwing elsewhere.
  func report(_ failure: some Error & CustomStringConvertible) throws {
    guard Test.current != nil else { throw failure }
    Issue.record(
      Comment(rawValue: failure.description), sourceLocation: sourceLocation)
  }

  /// Tells what is no failure but should be changed.
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

  /// Gives the pictures of a failure to Swift Testing, which keeps them where it is told to.
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
