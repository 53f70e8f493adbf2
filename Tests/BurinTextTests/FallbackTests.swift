import BurinGeometry
import BurinScene
import BurinText
import Testing

/// Texts that the first family cannot set alone.
@Suite struct FallbackTests {
  let fonts: FontLibrary

  init() throws { fonts = try FontLibrary.shared() }

  /// Whether a family that charts use only where it is installed is there; `Scripts/setup` names them.
  private static func has(_ family: String) -> Bool {
    (try? FontLibrary.shared().installedFallbacks.contains(family)) ?? false
  }

  private func runs(_ text: String, language: String = "en") throws -> [GlyphRun] {
    try fonts.layout(
      Paragraph([.text(text, TextStyle(size: 10))], language: language)
    ).runs
  }

  private func faces(_ text: String, language: String = "en") throws -> [String] {
    try runs(text, language: language).map(\.font.postScriptName)
  }

  @Test(arguments: [
    "Šířka", "Łódź", "gęś", "őrült", "şimşek", "Ελληνικά", "Українська", "10⁹", "CO₂", "xₙ",
  ])
  func aWordIsSetInOneFace(word: String) throws {
    let runs = try runs(word)
    #expect(runs.map(\.text) == [word])
    #expect(runs.map(\.font.postScriptName) == ["NotoSans-Regular"])
  }

  @Test func whatTheFirstFamilyHasStaysInIt() throws {
    #expect(try faces("Größe, été, 信息 0.5 bits") == ["NotoSansCJKsc-Regular"])
  }

  @Test func aStretchOfWordsIsSetInTheFirstFaceThatHasItsLetters() throws {
    // “a délka 12,5” alone needs no other family.
    #expect(try faces("a délka 12,5") == ["NotoSansCJKsc-Regular"])
    #expect(try faces("Šířka a délka 12,5") == ["NotoSans-Regular"])
    // Chinese ends the stretch.
    let mixed = try runs("Łódź 的 bits")
    #expect(mixed.first?.font.postScriptName == "NotoSans-Regular")
    #expect(mixed.last?.font.postScriptName == "NotoSansCJKsc-Regular")
    #expect(mixed.map(\.text).joined() == "Łódź 的 bits")
  }

  @Test func marksAreSetWithTheirLetters() throws {
    // The acute accent is a character of its own.
    #expect(try faces("Sˇ e\u{301}") == ["NotoSansCJKsc-Regular"])
    #expect(try runs("r\u{30C}").map(\.text) == ["r\u{30C}"])
  }

  @Test func theMathematicsFontSetsNoLetter() throws {
    let families = FontFamilies(text: ["Noto Sans CJK SC"], math: "TeX Gyre Pagella Math")
    let alone = try FontLibrary(families)
    #expect {
      try alone.layout(Paragraph([.text("ř", TextStyle(size: 10))]))
    } throws: { error in
      "\(error)".contains("U+0159") && "\(error)".contains("fonts-noto-core")
    }
    // A sign that no family of text has may come from it.
    let sign = try alone.layout(Paragraph([.text("a ⟹ b", TextStyle(size: 10))]))
    #expect(sign.runs.map(\.text).joined() == "a ⟹ b")
  }

  @Test func familiesThatAreNotInstalledArePassedOver() throws {
    let families = FontFamilies(
      text: ["Noto Sans CJK SC"], math: "TeX Gyre Pagella Math",
      fallbacks: ["No Such Family", "Noto Sans"])
    let library = try FontLibrary(families)
    #expect(try library.installedFallbacks == ["Noto Sans"])
    let layout = try library.layout(Paragraph([.text("ř", TextStyle(size: 10))]))
    #expect(layout.runs.map(\.font.postScriptName) == ["NotoSans-Regular"])
  }

  @Test(
    .enabled(if: has("Noto Sans Thai"), "needs fonts-noto-core"),
    arguments: [
      ("ᏣᎳᎩ", "NotoSansCherokee-Regular"), ("ܐܪܡܝܐ", "NotoSansSyriac-Regular"),
      ("ⵉⵎⴷⴰⵏⴻⵏ", "NotoSansTifinagh-Regular"), ("ꦗꦮ", "NotoSansJavanese-Regular"),
      ("ߒߞߏ", "NotoSansNKo-Regular"), ("ꆈꌠ", "NotoSansYi-Regular"),
      ("ᠮᠣᠩᠭᠣᠯ", "NotoSansMongolian-Regular"), ("𞤀𞤣𞤤𞤢𞤥", "NotoSansAdlam-Regular"),
    ])
  func rareScriptsHaveTheirFamilies(word: String, face: String) throws {
    #expect(Set(try faces(word)) == [face])
    // They change nothing for others.
    #expect(try faces("ab Šířka").last == "NotoSans-Regular")
    #expect(
      try runs("ab \(word) Šířka").first { $0.text.contains("Š") }?.font.postScriptName
        == "NotoSans-Regular")
  }

  @Test func rareFamiliesFollowTheStandardFallbacksAlone() {
    let standard = FontFamilies.standard
    #expect(standard.rareFallbacks.count > 100)
    #expect(Set(standard.rareFallbacks).isDisjoint(with: standard.fallbacks))
    #expect(Set(standard.rareFallbacks).count == standard.rareFallbacks.count)
    var other = standard
    other.fallbacks = ["DejaVu Sans"] + standard.fallbacks
    #expect(other.rareFallbacks == standard.rareFallbacks)
    other.fallbacks = ["Noto Sans", "Noto Sans Thai"]
    #expect(other.rareFallbacks.isEmpty)
    other.fallbacks = []
    #expect(other.rareFallbacks.isEmpty)
  }

  // MARK: Characters that no font has

  @Test func aMissingCharacterIsAnErrorOrASignByChoice() throws {
    let paragraph = Paragraph([
      .text("a\u{E123}b", TextStyle(size: 10)), .text("c", TextStyle(size: 12)),
    ])
    #expect {
      try fonts.layout(paragraph)
    } throws: { error in
      "\(error)".contains("U+E123") && "\(error)".contains("a\u{E123}bc")
    }
    let memo = ParagraphMemo(fonts: fonts, limit: 1 << 20, missing: .replaced)
    let layout = try memo.layout(paragraph)
    // The text is what was written; a sign of its own is drawn.
    #expect(layout.runs.map(\.text).joined() == "a\u{E123}bc")
    #expect(layout.runs.flatMap(\.glyphs).count == 4)
    #expect(layout.runs.flatMap(\.glyphs).allSatisfy { $0.id != 0 })
    #expect(memo.replaced == ["\u{E123}"])
    let clusters = layout.runs.filter { $0.size == 10 }.flatMap { run in
      run.glyphs.map(\.cluster)
    }
    #expect(clusters == [0, 1, 4])
  }

  @Test(arguments: ["\u{0}", "\u{1B}[31m", "x\u{7}y"])
  func aControlCharacterDoesNotReachAMessage(text: String) throws {
    do {
      _ = try runs(text)
    } catch {
      #expect(!"\(error)".unicodeScalars.contains { $0.value < 0x20 })
    }
  }

  // MARK: Other scripts

  @Test(
    .enabled(if: has("Noto Sans Arabic") && has("Noto Sans Hebrew"), "needs fonts-noto-core"),
    arguments: [("العربية", "NotoSansArabic-Regular"), ("עברית", "NotoSansHebrew-Regular")])
  func textFromRightToLeftLeadsAtTheRight(word: String, face: String) throws {
    let layout = try fonts.layout(
      Paragraph([.text("\(word) \(word)\n\(word)", TextStyle(size: 10))], language: "ar"))
    #expect(layout.isRightToLeft)
    #expect(Set(layout.runs.map(\.font.postScriptName)) == [face])
    // The short line ends where the long one does.
    let ends = layout.runs.map { ($0.glyphs.first?.position.x ?? 0) + $0.advance }
    #expect(ends.allSatisfy { abs($0 - layout.size.width) < 0.01 })
    // Glyphs are in visual order: the first letter is the last of them.
    #expect(layout.runs.last?.glyphs.last?.cluster == 0)
  }

  @Test(.enabled(if: has("Noto Sans Arabic"), "needs fonts-noto-core"))
  func digitsAreThoseOfLatinText() throws {
    let runs = try runs("العربية 2,023.5")
    #expect(runs.first { $0.text.contains("2") }?.font.postScriptName == "NotoSansCJKsc-Regular")
    #expect(runs.contains { $0.text == "2,023.5" })
  }

  @Test(
    .enabled(if: has("Noto Sans Devanagari") && has("Noto Sans Thai"), "needs fonts-noto-core"),
    arguments: ["सभी मनुष्यों को", "มนุษย์ทั้งหลาย"])
  func scriptsOfSouthAsiaAreSetInTheirFamilies(text: String) throws {
    let runs = try runs(text)
    #expect(runs.map(\.text).joined() == text)
    #expect(Set(runs.map(\.font)).count == 1)
  }

  @Test(
    .enabled(if: has("Noto Color Emoji"), "needs fonts-noto-color-emoji"),
    arguments: ["😀", "👩‍👩‍👧", "🇺🇦", "👍🏽", "1️⃣", "❤️"])
  func anEmojiIsOnePicture(emoji: String) throws {
    let run = try #require(try runs("a \(emoji)").last)
    #expect(run.text == emoji)
    #expect(run.glyphs.count == 1)
    let face = try fonts.face(run.font)
    #expect(face.colorImage(of: run.glyphs[0].id) != nil)
    // Pictures grow with the text.
    let large = try fonts.layout(Paragraph([.text(emoji, TextStyle(size: 30))])).size.width
    #expect(abs(large - 3 * run.advance) < 0.1)
    #expect(run.advance > 9 && run.advance < 14)
  }

  @Test func aSignThatIsTextByDefaultStaysText() throws {
    #expect(try !faces("☀").contains("NotoColorEmoji"))
    #expect(try !faces("3 #").contains("NotoColorEmoji"))
  }

  @Test(arguments: [("zh-Hans", "zh-Hant"), ("zh-Hans", "ja"), ("ja", "zh-Hant")])
  func theLanguageChoosesTheFormsOfCharacters(first: String, second: String) throws {
    // 骨 and 直 are written differently in China, Taiwan and Japan.
    func glyphs(_ language: String) throws -> [UInt32] {
      try runs("骨直角", language: language).flatMap(\.glyphs).map(\.id)
    }
    #expect(try glyphs(first) != glyphs(second))
  }

  @Test func neighbouringMarksOfChineseShareTheirSpace() throws {
    func width(_ text: String, _ language: String = "zh-Hans") throws -> Double {
      try fonts.layout(
        Paragraph([.text(text, TextStyle(size: 10))], language: language)
      ).size.width
    }
    #expect(abs(try width("（甲）：乙") - 45) < 0.01)
    #expect(abs(try width("甲，“乙”") - 45) < 0.01)
    #expect(abs(try width("（（甲））") - 40) < 0.01)
    #expect(abs(try width("甲，乙") - 30) < 0.01)
    // Marks stand in the middle of their square in Taiwan.
    #expect(abs(try width("甲，。乙", "zh-Hant") - 40) < 0.01)
  }
}
