/// Whether two numbers agree within a part of the expected one, or within an absolute difference.
func isClose(
  _ actual: Double, _ expected: Double, relative: Double = 1e-12, absolute: Double = 0
) -> Bool {
  (actual - expected).magnitude <= Swift.max(relative * expected.magnitude, absolute)
}

/// The description of the error that a closure throws.
func message<Value>(_ body: () throws -> Value) -> String {
  do {
    return "no error, but \(try body())"
  } catch {
    return "\(error)"
  }
}
