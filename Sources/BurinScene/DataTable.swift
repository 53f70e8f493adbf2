/// Rows of values under the names of their quantities: what a chart shows, for programs and for
/// readers who want the numbers.
///
/// ```swift
/// try chart.dataTable().csv
/// // Day,Visits
/// // Mon,12
/// // Tue,19
/// ```
public struct DataTable: Hashable, Sendable, Codable {
  /// A value of a row.
  public enum Value: Hashable, Sendable {
    /// A number, finite.
    case number(Double)
    /// A category, or a time by ISO 8601.
    case text(String)
    /// Nothing: the row has no such quantity, or a value that is not finite.
    case missing
  }

  /// The names of the quantities, all different.
  public var columns: [String]
  /// The rows, each with a value for every column.
  public var rows: [[Value]]

  /// Creates a table.
  public init(columns: [String], rows: [[Value]]) {
    self.columns = columns
    self.rows = rows
  }
}

extension DataTable {
  /// The table as comma-separated values with a line of names, lines ending in a line feed.
  ///
  /// Numbers have as many digits as distinguish them; missing values are empty. A field with a
  /// comma, a quotation mark or a line break stands in quotation marks.
  ///
  /// Source: RFC 4180.
  public var csv: String {
    func field(_ text: String) -> String {
      guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D })
      else { return text }
      return "\""
        + text.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\""
    }
    var result = columns.map(field).joined(separator: ",") + "\n"
    for row in rows {
      result += row.map { field($0.text) }.joined(separator: ",")
      result += "\n"
    }
    return result
  }

  /// The table as a JSON array with an object for each row; missing values are `null`.
  ///
  /// ```swift
  /// try chart.dataTable().json  // [{"Day":"Mon","Visits":12},{"Day":"Tue","Visits":19}]
  /// ```
  ///
  /// Source: RFC 8259.
  public var json: String {
    let names = columns.map(JSONText.quoted)
    let objects = rows.map { row in
      "{"
        + zip(names, row).map { name, value in
          switch value {
          case .number: name + ":" + value.text
          case .text(let text): name + ":" + JSONText.quoted(text)
          case .missing: name + ":null"
          }
        }.joined(separator: ",") + "}"
    }
    return "[" + objects.joined(separator: ",") + "]"
  }
}

extension DataTable.Value {
  /// The value for programs: a number's shortest form that distinguishes it; empty for nothing.
  public var text: String {
    switch self {
    case .number(let number):
      // Whole numbers read better without a fraction, and are the same number.
      if let whole = Int(exactly: number), abs(number) < 1e15, number.sign == .plus || whole != 0 {
        return "\(whole)"
      }
      return "\(number)"
    case .text(let text): return text
    case .missing: return ""
    }
  }
}

extension DataTable.Value: Codable {
  /// Reads a number, a string or `null`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .missing
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  /// Writes a number, a string or `null`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .missing: try container.encodeNil()
    }
  }
}
