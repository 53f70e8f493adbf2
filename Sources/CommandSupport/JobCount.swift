import ArgumentParser

/// The number of pictures processed concurrently.
package struct JobCount: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: "The number of pictures made concurrently; by default the number of cores.")
  package var jobs = Processors.count

  package init() {}

  package func validate() throws {
    guard (1...256).contains(jobs) else {
      throw ValidationError("--jobs is \(jobs); it must be from 1 to 256")
    }
  }
}
