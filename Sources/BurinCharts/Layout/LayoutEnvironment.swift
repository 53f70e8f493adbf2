/// Settings that content passes on to the content within it.
struct LayoutEnvironment {
  /// The changes of modifiers around a chart, from the outermost to the innermost.
  var chartChanges: [ChartChange] = []
}

extension LayoutContext {
  /// Returns the result of a function that runs with a changed environment.
  func withEnvironment<Result>(
    _ change: (inout LayoutEnvironment) -> Void, _ body: () throws -> Result
  ) rethrows -> Result {
    let outer = environment
    defer { environment = outer }
    change(&environment)
    return try body()
  }
}
