import ArgumentParser

/// How many pictures are under way at a time.
struct JobCount: ParsableArguments {
  @Option(
    name: .shortAndLong, help: "How many pictures are made at a time; all cores by default.")
  var jobs = Processors.count

  func validate() throws {
    guard (1...256).contains(jobs) else {
      throw ValidationError("--jobs is \(jobs); it must be from 1 to 256")
    }
  }
}
