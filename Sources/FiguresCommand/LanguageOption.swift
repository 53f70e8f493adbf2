import ArgumentParser
import Burin

/// Reads the language of the texts from the command line.
enum LanguageOption {
  static func parse(_ text: String) throws -> Language {
    guard let language = Language(rawValue: text) else {
      let known = Language.allCases.map(\.rawValue).joined(separator: " or ")
      throw ValidationError("--lang is “\(text)”; it must be \(known)")
    }
    return language
  }
}
