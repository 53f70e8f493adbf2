import ArgumentParser
import BurinFigures
import Figures

/// A parser of the language option.
enum LanguageOption {
  static func parse(_ text: String) throws -> Language {
    guard let language = Catalog.languages.first(where: { $0.code == text }) else {
      let known = Catalog.languages.map(\.code).joined(separator: " or ")
      throw ValidationError("--lang is “\(text)”; it must be \(known)")
    }
    return language
  }

  /// Reads a list such as `zh,en`.
  static func list(_ text: String) throws -> [Language] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { try parse(String($0)) }
  }
}
