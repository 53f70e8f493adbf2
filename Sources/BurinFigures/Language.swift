/// The language of a figure's texts.
///
/// ```swift
/// Language.en.localized("red", ["zh": "红", "ja": "赤"])  // "red"
/// Language.zh.localized("red", ["zh": "红", "ja": "赤"])  // "红"
/// ```
public struct Language: Hashable, Sendable {
  /// The tag of the language (BCP 47), such as `en`, `pt-BR` or `zh-Hans`.
  public let tag: String

  private init(wellFormed tag: String) { self.tag = tag }

  /// Creates a language from its tag, or `nil` if the tag isn't well-formed.
  ///
  /// ```swift
  /// Language("pt-BR")?.code  // "pt"
  /// Language("pt_BR")        // nil
  /// ```
  ///
  /// A tag is a list of subtags joined by hyphens, each of one to eight ASCII letters and digits;
  /// the first has at least two letters. Source: RFC 5646, section 2.1.
  public init?(_ tag: String) {
    let subtags = tag.split(separator: "-", omittingEmptySubsequences: false)
    guard
      subtags.allSatisfy({ subtag in
        (1...8).contains(subtag.count)
          && subtag.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      }),
      let primary = subtags.first, primary.count > 1, primary.allSatisfy(\.isLetter)
    else { return nil }
    self.init(wellFormed: tag)
  }

  /// English.
  public static let en = Language(wellFormed: "en")
  /// Chinese, written in simplified characters.
  public static let zh = Language(wellFormed: "zh-Hans")

  /// The first subtag, which names the language itself: `zh` for `zh-Hans`.
  public var code: String { String(tag.prefix { $0 != "-" }) }

  /// Returns the translation for this language, or the original if there is none.
  ///
  /// A translation for `zh` also applies to `zh-Hans`. The longest matching tag wins, regardless of
  /// case. Source: RFC 4647, section 3.4, "Lookup".
  ///
  /// - Parameters:
  ///   - original: the text, or any other value that depends on the language.
  ///   - translations: the values in other languages, by tag.
  public func localized<Value>(
    _ original: Value, _ translations: KeyValuePairs<String, Value>
  ) -> Value {
    var range = tag.lowercased().split(separator: "-")
    while !range.isEmpty {
      let wanted = range.joined(separator: "-")
      if let match = translations.first(where: { $0.key.lowercased() == wanted }) {
        return match.value
      }
      range.removeLast()
      // A single letter only introduces the subtags after it.
      if range.last?.count == 1 { range.removeLast() }
    }
    return original
  }
}

extension Language: CustomStringConvertible {
  /// The tag.
  public var description: String { tag }
}
