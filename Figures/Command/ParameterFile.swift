import BurinFigures
import CommandSupport
import Figures
import Foundation

/// Values for parameters in a file, for all figures and for single ones: YAML in `.yml`, `.yaml` and
/// the front matter of a post in Markdown, else JSON.
///
/// ```yaml
/// P: [0.5, 0.3, 0.2]
/// 06_entropy:
///   desert: 60%, 30%, 10%
///   title.en: Where it rains
/// ```
enum ParameterFile {
  /// Returns the settings for each figure that the file names, and those for all under an empty name.
  static func settings(_ path: String) throws -> [String: [FigureEntry.Setting]] {
    let text: String
    do {
      text = try String(contentsOfFile: path, encoding: .utf8)
    } catch {
      throw CommandFailure("the parameter file \(path) cannot be read")
    }
    let root: ParameterNode
    do {
      root = try node(of: text, in: path)
    } catch {
      throw CommandFailure("\(path): \(error)")
    }
    guard case .members(let members) = root.content else {
      throw CommandFailure("\(path): the file must hold parameters by name")
    }
    var all: [String: [FigureEntry.Setting]] = [:]
    for (name, node) in members {
      guard case .members(let own) = node.content else {
        all["", default: []].append(try setting(name, node, path))
        continue
      }
      guard Catalog.entry(name) != nil else {
        throw CommandFailure(
          "\(place(node, path)): there is no figure “\(name)”; the figures are \(Catalog.entries.map(\.id).joined(separator: ", "))"
        )
      }
      all[name] = try own.map { try setting($0.name, $0.node, path) }
    }
    return all
  }

  private static func node(of text: String, in path: String) throws -> ParameterNode {
    switch path.split(separator: ".").last?.lowercased() {
    case "yml", "yaml": try .yaml(text)
    case "md", "markdown": try .frontMatter(text)
    default: try .json(text)
    }
  }

  private static func place(_ node: ParameterNode, _ path: String) -> String {
    node.line.map { "\(path), line \($0)" } ?? path
  }

  private static func setting(
    _ name: String, _ node: ParameterNode, _ path: String
  ) throws -> FigureEntry.Setting {
    guard let value = node.value else {
      throw CommandFailure(
        "\(place(node, path)): \(name) must be a number, a text or a list of them")
    }
    return FigureEntry.Setting(name: name, value: value, origin: place(node, path))
  }
}
