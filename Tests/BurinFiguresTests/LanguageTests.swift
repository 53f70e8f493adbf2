import BurinFigures
import Testing

@Suite("Languages by tag")
struct LanguageTests {
  @Test(
    "The longest translation that matches a tag is taken, and the original where none does",
    arguments: [
      ("zh-Hans", "zh"), ("zh-Hant-TW", "zh-hant"), ("ZH", "zh"), ("pt-BR", "pt"),
      ("en-GB", "original"),
      ("ptx", "original"), ("zh-x-home", "zh"), ("zh-a-hant", "zh"),
    ])
  func lookup(_ tag: String, _ expected: String) throws {
    let language = try #require(Language(tag))
    let found = language.localized("original", ["zh": "zh", "zh-Hant": "zh-hant", "pt": "pt"])
    #expect(found == expected)
  }

  @Test(
    "What is no tag makes no language",
    arguments: ["", "-", "e", "en_GB", "en-", "12", "overlongtag", "en-überall", "中文"])
  func malformed(_ tag: String) { #expect(Language(tag) == nil) }

  @Test("The code is the first subtag")
  func code() {
    #expect(Language.zh.code == "zh")
    #expect(Language("sr-Latn-RS")?.code == "sr")
  }
}
