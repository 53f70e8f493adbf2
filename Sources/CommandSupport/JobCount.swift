import ArgumentParser

/// How many pictures are under way at a time.
package struct JobCount: ParsableArguments {
  @Option(
    name: .shortAndLong, help: "How many pictures are made at a time; all cores by default.")
  package var jobs = Processors.count

  package init() {}

  package func validate() throws {
    guard (1...256).contains(jobs) else {
      throw ValidationError("--jobs is \(jobs); it must be from 1 to 256")
    }
  }
}
