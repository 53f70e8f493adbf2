import ArgumentParser
import CommandSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// `burin formula`, carried out by the program `burin-draw`.
struct FormulaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formula", abstract: "Typeset a formula into a PNG, SVG or PDF file.")

  @Argument(parsing: .captureForPassthrough, help: "See burin formula --help.")
  var arguments: [String] = []

  func run() throws { try DrawingProgram.run(["formula"] + arguments) }
}

/// `burin golden`, carried out by the program `burin-draw`.
struct GoldenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "golden",
    abstract: "Redraw and audit a folder of goldens from the scenes beside them.")

  @Argument(parsing: .captureForPassthrough, help: "See burin golden --help.")
  var arguments: [String] = []

  func run() throws { try DrawingProgram.run(["golden"] + arguments) }
}

/// The program `burin-draw`, which lies beside `burin`.
private enum DrawingProgram {
  /// Becomes that program.
  ///
  /// - Throws: where there is none.
  static func run(_ arguments: [String]) throws {
    let own = CommandLine.arguments.first ?? "burin"
    var places = [beside(own)]
    // `burin` may be a link into the folder where both lie.
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
        + String(cString: strerror(errno)) + "); swift build --product burin-draw makes it")
  }

  /// The path of `burin-draw` in the folder of a program; its name alone where `PATH` is searched.
  private static func beside(_ program: String) -> String {
    guard let slash = program.lastIndex(of: "/") else { return "burin-draw" }
    return program[...slash] + "burin-draw"
  }
}
