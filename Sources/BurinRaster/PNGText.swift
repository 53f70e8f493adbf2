/// A text inside a PNG file, such as its `Title` or `Description`.
///
/// The keyword is 1 to 79 printable ASCII characters; the language is a tag such as `zh` or
/// `en-GB`, or empty.
public typealias PNGText = (keyword: String, text: String, language: String)

/// Returns why a text can't be stored by PNG 3rd edition, 11.3.3 ("Textual information"), or nil if
/// it can.
func reasonNotToStore(_ text: PNGText) -> String? {
  let keyword = Array(text.keyword.utf8)
  guard (1...79).contains(keyword.count), keyword.allSatisfy({ (0x20...0x7E).contains($0) }) else {
    return "a keyword has 1 to 79 printable ASCII characters"
  }
  guard keyword.first != 0x20, keyword.last != 0x20,
    !zip(keyword, keyword.dropFirst()).contains(where: { $0 == 0x20 && $1 == 0x20 })
  else {
    return "a keyword has no spaces at its ends and no two in a row"
  }
  guard text.language.utf8.allSatisfy({ isTagByte($0) }) else {
    return "language \"\(text.language)\" is not a tag such as \"en\" or \"zh-Hans\""
  }
  guard !text.text.utf8.contains(0) else {
    return "the text contains a zero character"
  }
  return nil
}

private func isTagByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
    true
  default:
    false
  }
}
