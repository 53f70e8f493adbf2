/// The language a figure speaks; called with a text in both, it gives the right one.
///
/// ```swift
/// say("晴", en: "sunny")
/// ```
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// Chinese, written in simplified characters.
  case zh
  /// English.
  case en

  /// The text in this language.
  public func callAsFunction(_ chinese: String, en english: String) -> String {
    self == .zh ? chinese : english
  }

  /// The text in this language.
  public func callAsFunction(_ chinese: Text, en english: Text) -> Text {
    self == .zh ? chinese : english
  }

  /// The tag of the language (BCP 47).
  public var tag: String { self == .zh ? "zh-Hans" : "en" }
}
