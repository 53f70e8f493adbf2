import BurinScene

/// A JSON value (RFC 8259); members keep their order.
package enum JSONValue: Hashable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  package struct Member: Hashable {
    package var name: String
    package var value: JSONValue

    package init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// The value of the first member of a name.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text, indented by two spaces a level.
  package func text(depth: Int = 0) -> String {
    let indent = String(repeating: "  ", count: depth + 1)
    let end = "\n" + String(repeating: "  ", count: depth)
    switch self {
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .number(let value):
      return Int(exactly: value).map(String.init) ?? (value.isFinite ? "\(value)" : "null")
    case .string(let text): return JSONText.quoted(text)
    case .array(let values):
      if values.isEmpty { return "[]" }
      return "[\n" + values.map { indent + $0.text(depth: depth + 1) }.joined(separator: ",\n")
        + end + "]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      return "{\n"
        + members.map {
          "\(indent)\(JSONText.quoted($0.name)): \($0.value.text(depth: depth + 1))"
        }.joined(separator: ",\n") + end + "}"
    }
  }
}
