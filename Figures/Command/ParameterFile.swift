import BurinFigures
import BurinGolden
import CommandSupport
import Figures
import Foundation

/// Values for parameters in a JSON file, for all figures and for single ones.
///
/// ```json
/// {"P": [0.5, 0.3, 0.2], "06_entropy": {"desert": "60%,30%,10%", "title.en": "Where it rains"}}
/// ```
enum ParameterFile {
  /// Returns the settings for each figure that the file names, and those for all under an empty name.
  static func settings(_ path: String) throws -> [String: [String]] {
    let text: String
    do {
      text = try String(contentsOfFile: path, encoding: .utf8)
    } catch {
      throw CommandFailure("the parameter file \(path) cannot be read")
    }
    let value: JSONValue
    do {
      value = try JSONReader.value(of: text)
    } catch {
      throw CommandFailure("\(path): \(error)")
    }
    guard case .object(let members) = value else {
      throw CommandFailure("\(path): the file must hold an object of parameters")
    }
    var all: [String: [String]] = [:]
    for member in members {
      if case .object(let own) = member.value {
        guard Catalog.entry(member.name) != nil else {
          throw CommandFailure(
            "\(path): there is no figure “\(member.name)”; the figures are \(Catalog.entries.map(\.id).joined(separator: ", "))"
          )
        }
        all[member.name] = try own.map { "\($0.name)=\(try written($0.value, $0.name, path))" }
      } else {
        all["", default: []].append(
          "\(member.name)=\(try written(member.value, member.name, path))")
      }
    }
    return all
  }

  private static func written(_ value: JSONValue, _ name: String, _ path: String) throws -> String {
    switch value {
    case .number(let number): return number.parameterText
    case .string(let text): return text
    case .array(let values):
      return try values.map { value in
        if case .string(let text) = value { return Words.escaped(text) }
        return try written(value, name, path)
      }.joined(separator: ",")
    case .null, .bool, .object:
      throw CommandFailure("\(path): \(name) must be a number, a text or a list of them")
    }
  }
}
