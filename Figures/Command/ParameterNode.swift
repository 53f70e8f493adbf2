import BurinFigures
import BurinGolden
import Foundation
import Yams

/// A value in a parameter file, whatever its notation.
struct ParameterNode {
  enum Content {
    /// A number or a text, as it is written.
    case text(String)
    case list([ParameterNode])
    case members([(name: String, node: ParameterNode)])
    /// What no parameter can be: nothing, true or false.
    case unusable
  }

  /// The line of the value, from 1, where it is known.
  var line: Int?
  var content: Content

  /// The value as it is typed on a command line; `nil` if it is none.
  var value: String? {
    switch content {
    case .text(let text): return text
    case .list(let nodes):
      let texts = nodes.compactMap { node -> String? in
        if case .text(let text) = node.content { text } else { nil }
      }
      guard texts.count == nodes.count else { return nil }
      return texts.map(Words.escaped).joined(separator: ",")
    case .members, .unusable: return nil
    }
  }

  /// Why a text cannot be read, and where.
  struct Problem: Error, CustomStringConvertible {
    var line: Int?
    var reason: String
    var description: String { line.map { "line \($0): \(reason)" } ?? reason }
  }
}

// MARK: JSON

extension ParameterNode {
  /// Reads a JSON text.
  static func json(_ text: String) throws -> ParameterNode {
    ParameterNode(try JSONReader.value(of: text))
  }

  private init(_ value: JSONValue) {
    content =
      switch value {
      case .number(let number): .text(number.parameterText)
      case .string(let text): .text(text)
      case .array(let values): .list(values.map(Self.init))
      case .object(let members): .members(members.map { ($0.name, Self($0.value)) })
      case .null, .bool: .unusable
      }
  }
}

// MARK: YAML

extension ParameterNode {
  /// Reads a text in YAML, in which an unquoted value is what is written: `no` is a text.
  static func yaml(_ text: String) throws -> ParameterNode {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw Problem(error)
    }
    guard let root else { throw Problem(reason: "the file is empty") }
    return try ParameterNode(root)
  }

  /// Reads the member `figures` of the YAML between the lines `---` at the start of a post.
  static func frontMatter(_ text: String) throws -> ParameterNode {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    func isFence(_ line: Substring) -> Bool {
      line.hasPrefix("---") && line.dropFirst(3).allSatisfy(\.isWhitespace)
    }
    guard let first = lines.first, isFence(first),
      let end = lines.dropFirst().firstIndex(where: isFence)
    else {
      throw Problem(line: 1, reason: "the post needs front matter in YAML between two lines of ---")
    }
    // An empty line stands for the first fence, so that lines keep their numbers.
    let matter = ([""] + lines[1..<end]).joined(separator: "\n")
    guard case .members(let members) = try yaml(matter).content,
      let figures = members.first(where: { $0.name == "figures" })
    else { throw Problem(line: 1, reason: "the front matter has no “figures” with parameters") }
    return figures.node
  }

  private init(_ node: Node) throws {
    line = node.mark?.line
    switch node {
    case .scalar(let scalar):
      let isEmpty = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
      content = isEmpty ? .unusable : .text(scalar.string)
    case .sequence(let nodes): content = .list(try nodes.map(Self.init))
    case .mapping(let pairs):
      content = .members(
        try pairs.map { key, value in
          guard case .scalar(let name) = key else {
            throw Problem(line: key.mark?.line, reason: "a name must be a text")
          }
          var node = try Self(value)
          // The line of the name, which is where an author looks.
          node.line = key.mark?.line ?? node.line
          return (name.string, node)
        })
    case .alias: content = .unusable
    }
  }
}

extension ParameterNode.Problem {
  fileprivate init(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(line: mark.line, reason: problem)
    case .duplicatedKeysInMapping(let names, let context):
      self.init(
        line: context.mark.line,
        reason: "\(names.map { "“\($0)”" }.joined(separator: ", ")) stands here twice")
    case .reader(let problem, let offset, _, let text):
      self.init(
        line: offset.map { text.prefix($0).count(where: \.isNewline) + 1 }, reason: problem)
    default: self.init(line: nil, reason: "\(error)")
    }
  }
}
