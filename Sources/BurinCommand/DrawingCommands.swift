import ArgumentParser
import CommandSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// `burin formula`, which runs the program `burin-draw`.
struct FormulaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formula", abstract: "Typeset a formula into a PNG, SVG or PDF file.")

  @Argument(parsing: .captureForPassthrough, help: "See burin formula --help.")
  var arguments: [String] = []

  func run() throws { try DrawingProgram.run(["formula"] + arguments) }
}

/// `burin golden`, which runs the program `burin-draw`.
struct GoldenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "golden",
    abstract: "Redraw and audit a folder of goldens from the scenes beside them.")

  @Argument(parsing: .captureForPassthrough, help: "See burin golden --help.")
  var arguments: [String] = []

  func run() throws { try DrawingProgram.run(["golden"] + arguments) }
}

/// The program `burin-draw`, which is beside `burin`.
private enum DrawingProgram {
  /// Replaces the process by that program.
  ///
  /// - Throws: an error if there is no such program.
  static func run(_ arguments: [String]) throws {
    let own = CommandLine.arguments.first ?? "burin"
    var places = [beside(own)]
    // `burin` may be a link into the folder that contains both.
    if let path = realpath(own, nil) {
      places.append(beside(String(cString: path)))
      free(path)
    }
    for place in places {
      let words: [UnsafeMutablePointer<CChar>?] = ([place] + arguments).map { strdup($0) }
      defer { for word in words { free(word) } }
      execvp(place, words + [nil])
    }
    throw CommandFailure(
      "burin \(arguments.first ?? "") needs the program burin-draw beside burin ("
        + String(cString: strerror(errno)) + "); build it with swift build --product burin-draw")
  }

  /// Returns the path of `burin-draw` in the folder of a program, or its name for a search in
  /// `PATH`.
  private static func beside(_ program: String) -> String {
    guard let slash = program.lastIndex(of: "/") else { return "burin-draw" }
    return program[...slash] + "burin-draw"
  }
}
