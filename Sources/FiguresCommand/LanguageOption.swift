import ArgumentParser
import BurinFigures
import Figures

/// Reads the language of the texts from the command line.
enum LanguageOption {
  static func parse(_ text: String) throws -> Language {
    guard let language = Catalog.languages.first(where: { $0.code == text }) else {
      let known = Catalog.languages.map(\.code).joined(separator: " or ")
      throw ValidationError("--lang is “\(text)”; it must be \(known)")
    }
    return language
  }
}
