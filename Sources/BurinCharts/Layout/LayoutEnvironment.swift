/// Settings that content passes on to the content within it.
struct LayoutEnvironment {
  /// The changes of modifiers around a chart, from the outermost to the innermost.
  var chartChanges: [ChartChange] = []
  /// The style of texts without one.
  var text = TextEnvironment()
  /// Whether the content is a part of a chart, such as an annotation, whose stacks are centred and
  /// tight; a figure's own stacks begin at the top left.
  var isInLabel = false
  /// The axis of the innermost stack, to which spacers and dividers adapt.
  var stackAxis: StackAxis?
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
