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

  /// The test: that which is running, whichever function calls; in XCTest the function that calls.
  var test: String {
    if let id = Test.current?.id { return Self.name(of: String(describing: id)) }
    return "\(sourceLocation.moduleName).\(function)"
  }

  /// The file and the line of the check.
  var place: String { "\(sourceLocation.fileName):\(sourceLocation.line)" }

  /// The argument of `swift test --filter` that runs the test and no other.
  ///
  /// XCTest does not tell which test runs: there it is the function that calls, in any class of the
  /// module, or all tests of the module if that function is no test.
  var filter: String {
    if let id = Test.current?.id {
      let text = String(describing: id)
      let name = Self.name(of: text)
      // Behind the name stand the file, the line and the column.
      let file = text.dropFirst(name.count).prefix { $0 != ":" }
      return "^" + Self.escaped(name + file) + (file.isEmpty ? "$" : ":")
    }
    let module = Self.escaped(sourceLocation.moduleName)
    guard function.hasPrefix("test"), function.hasSuffix("()") else { return "^\(module)\\." }
    return "^\(module)\\.[^/]+/\(Self.escaped(String(function.dropLast(2))))$"
  }

  /// The part of a test's identifier that ends before its file: up to the last slash.
  private static func name(of id: String) -> String {
    guard let slash = id.lastIndex(of: "/"), id[slash...].contains(":") else { return id }
    return String(id[..<slash])
  }

  /// A text in a regular expression.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\^$.|?*+()[]{}".contains(character) { result += "\\" }
      result.append(character)
    }
    return result
  }

  /// Reports a failure: as an issue in Swift Testing, by throwing elsewhere.
  func report(_ failure: some Error & CustomStringConvertible) throws {
    guard Test.current != nil else {
      // XCTest puts the text into quotation marks; a command in its last line must not end by one.
      guard var golden = failure as? GoldenFailure else { throw failure }
      golden.description += "\n"
      throw golden
    }
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
  func attach(_ failure: GoldenFailure) {
    #if compiler(>=6.2)
      guard Test.current != nil else { return }
      for path in failure.files {
        // What was written a moment ago; a picture that is gone is named in the message still.
        guard let bytes = try? AtomicFile.read(path, limit: 1 << 29),
          let name = path.split(separator: "/").last
        else { continue }
        Attachment.record(
          Attachment(bytes, named: String(name), sourceLocation: sourceLocation),
          sourceLocation: sourceLocation)
      }
    #endif
  }
}
