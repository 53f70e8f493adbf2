import TestSupport

/// The program `burin`, run as a process in a folder of its own.
struct BurinProgram {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Runs the program with arguments.
  func run(_ arguments: String...) throws -> BuiltProgram.Run { try run(arguments) }

  /// Runs the program with a list of arguments.
  func run(_ arguments: [String]) throws -> BuiltProgram.Run {
    try BuiltProgram("burin").run(arguments, in: folder)
  }
}
