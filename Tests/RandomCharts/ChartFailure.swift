import Burin

/// What is known of an error that a chart threw.
package enum ChartFailure {
  /// Whether the error is one of Burin's own.
  package static func isOurs(_ error: any Error) -> Bool {
    error is ChartError || error is FormulaError || error is ScaleError
      || String(reflecting: type(of: error)).hasPrefix("Burin")
  }

  /// Returns the name of the error's case.
  package static func name(_ error: any Error) -> String {
    String(describing: Mirror(reflecting: error).children.first?.label ?? "\(error)")
  }
}
