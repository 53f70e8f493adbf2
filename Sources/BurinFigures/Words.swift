/// Names that an author may give to what a figure shows; none for the figure's own.
///
/// ```swift
/// @Parameter var teams = Words()
/// …
/// teams.strings(otherwise: [say("红队", en: "red"), say("蓝队", en: "blue")])
/// ```
///
/// On a command line they are separated by commas, `teams=red,blue`; `\,` is a comma within a
/// name. A figure with a parameter `teams` takes names for one language as `teams.zh` too.
public struct Words: Hashable, Sendable {
  /// The names in order.
  public var strings: [String]

  /// Creates a list of names.
  public init(_ strings: [String] = []) { self.strings = strings }

  /// Returns the names, or others where there are none.
  public func strings(otherwise others: [String]) -> [String] { strings.isEmpty ? others : strings }

  /// Throws an error if there are names, but not one for each of what is named.
  ///
  /// - Parameters:
  ///   - count: the number of what is named.
  ///   - parameter: the name of the parameter with the names.
  public func check(count: Int, parameter: String) throws(ParameterError) {
    guard strings.isEmpty || strings.count == count else {
      throw ParameterError(
        parameter, "has \(strings.count) names for \(count); give \(count), or none")
    }
  }
}

extension Words: ParameterValue {
  /// The most characters of a name.
  static let longestName = 40

  /// Parses names separated by commas; nothing for the figure's own.
  public init(parameterText text: String) throws(ParameterProblem) {
    guard text.contains(where: { $0 != " " }) else {
      self.strings = []
      return
    }
    var strings: [String] = []
    for (index, part) in Self.parts(text).enumerated() {
      let name = part.trimmingSpaces
      if name.isEmpty { throw ParameterProblem("name \(index + 1) is empty") }
      if strings.contains(name) {
        throw ParameterProblem("name \(index + 1) is “\(name)” once more; names must differ")
      }
      if name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
        throw ParameterProblem("name \(index + 1) has a line break or another control character")
      }
      if name.count > Self.longestName {
        throw ParameterProblem(
          "name \(index + 1) has \(name.count) characters; at most \(Self.longestName) are allowed")
      }
      strings.append(name)
    }
    self.strings = strings
  }

  private static func parts(_ text: String) -> [String] {
    var parts = [""]
    var isEscaped = false
    for character in text {
      if isEscaped {
        if character != "," && character != "\\" { parts[parts.count - 1].append("\\") }
        parts[parts.count - 1].append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "," {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    if isEscaped { parts[parts.count - 1].append("\\") }
    return parts
  }

  /// The names separated by commas.
  public var parameterText: String { strings.map(Self.escaped).joined(separator: ",") }

  /// Returns a name as it is typed in a list.
  public static func escaped(_ name: String) -> String {
    name.map { $0 == "," || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined()
  }

  /// No numbers.
  public var parameterNumbers: [Double] { [] }
}

extension String {
  fileprivate var trimmingSpaces: String {
    let rest = drop { $0 == " " }
    return String(rest.reversed().drop { $0 == " " }.reversed())
  }
}
