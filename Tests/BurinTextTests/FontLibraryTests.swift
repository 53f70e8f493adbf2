import BurinGeometry
import BurinScene
import BurinText
import Testing

@Suite struct FontLibraryTests {
  let fonts: FontLibrary

  init() throws { fonts = try FontLibrary.shared() }

  private func line(_ text: String, size: Double = 10, width: Double? = nil) throws
    -> ParagraphLayout
  {
    try fonts.layout(Paragraph([.text(text, TextStyle(size: size))], width: width))
  }

  @Test func aChineseCharacterIsOneEmWide() throws {
    let layout = try line("信息")
    #expect(abs(layout.size.width - 20) < 0.01)
    #expect(layout.runs.count == 1)
    #expect(layout.runs[0].glyphs.count == 2)
    #expect(layout.runs[0].font == FontID("NotoSansCJKsc-Regular"))
  }

  @Test func quotesAreNarrowInEnglishAndAsWideAsACharacterInChinese() throws {
    func width(_ language: String) throws -> Double {
      try fonts.layout(
        Paragraph([.text("Don’t “say” that…", TextStyle(size: 10))], language: language)
      ).size.width
    }
    // Three quotes and an ellipsis, each an em wide in Chinese.
    #expect(try width("zh") - width("en") > 15)
  }

  @Test(arguments: ["en", "zh-Hans", "de"])
  func marksOfChineseAreWideInEveryLanguage(language: String) throws {
    let layout = try fonts.layout(
      Paragraph([.text("平，均。", TextStyle(size: 10))], language: language))
    #expect(abs(layout.size.width - 40) < 0.01)
  }

  @Test func widthScalesWithTheSizeBecauseNothingIsHinted() throws {
    let small = try line("0.5714 bits", size: 7)
    let large = try line("0.5714 bits", size: 70)
    #expect(abs(large.size.width - 10 * small.size.width) < 0.1)
  }

  @Test func clustersIndexTheUTF8OfTheRun() throws {
    let run = try #require(try line("a晴b").runs.first)
    #expect(run.text == "a晴b")
    #expect(run.glyphs.map(\.cluster) == [0, 1, 4])
  }

  @Test(arguments: ["off", "50% off", "ff", "cliff\n", "off – off"])
  func aLigatureAtARunsEndStandsForAllItsLetters(text: String) throws {
    #expect(try line(text).runs.map(\.text).joined() == text.filter { $0 != "\n" })
  }

  @Test func aCharacterThatNoFamilyHasIsAnErrorThatNamesIt() throws {
    #expect {
      try line("a\u{E000}")
    } throws: { error in
      "\(error)".contains("U+E000")
    }
  }

  @Test func aFamilyThatIsNotInstalledIsAnErrorThatNamesIt() {
    #expect(throws: TextError.missingFamily("No Such Family")) {
      try FontLibrary(FontFamilies(text: ["No Such Family"], math: "Latin Modern Math"))
    }
  }

  @Test(arguments: [0, -1, .nan, .infinity, 1e300]) func aSizeThatIsNoSizeIsAnError(size: Double) {
    #expect(throws: TextError.self) { try line("x", size: size) }
  }

  @Test func linesBreakWithinTheWidthAndKeepEveryCharacter() throws {
    let text = "熵是平均的惊讶程度，也就是平均信息量。"
    let layout = try line(text, width: 60)
    #expect(layout.lineCount > 2)
    #expect(layout.size.width <= 60.001)
    #expect(layout.runs.map(\.text).joined() == text)
  }

  @Test func balancedLinesAreAboutEquallyLong() throws {
    let text = "one two three four five six seven eight"
    let paragraph = Paragraph(
      [.text(text, TextStyle(size: 10))], width: 150, balanced: true, language: "en")
    let layout = try fonts.layout(paragraph)
    #expect(layout.lineCount == 2)
    #expect(layout.size.width < 120)
  }

  @Test func balancedLinesDivideNoWord() throws {
    // Three lines, the narrowest of which could divide the number to be as long as the others.
    let paragraph = Paragraph(
      [.text("q: gap 9132.839 nats", TextStyle(size: 12))], width: 72, balanced: true,
      language: "en")
    let layout = try fonts.layout(paragraph)
    #expect(layout.lineCount == 3)
    #expect(layout.runs.contains { $0.text.hasPrefix("9132.839") })
    // A word that is wider than the paragraph is divided as before.
    let long = Paragraph(
      [.text("incomprehensibilities", TextStyle(size: 12))], width: 60, balanced: true,
      language: "en")
    #expect(try fonts.layout(long).lineCount > 1)
  }

  @Test func aBoxKeepsItsRoomOnTheBaseline() throws {
    let style = TextStyle(size: 10)
    let layout = try fonts.layout(
      Paragraph([
        .text("ab", style), .box(InlineBox(width: 30, ascent: 20, descent: 5)), .text("cd", style),
      ]))
    let origin = try #require(layout.boxOrigins.first)
    #expect(origin.y == layout.firstBaseline)
    #expect(layout.firstBaseline == 20)
    let plain = try line("ab")
    #expect(abs(origin.x - plain.size.width) < 0.01)
    #expect(layout.size.height >= 25)
  }

  @Test func spansKeepTheirColours() throws {
    let layout = try fonts.layout(
      Paragraph([
        .text("P", TextStyle(size: 10, color: RGBColor(hex: 0xFF0000))),
        .text("Q", TextStyle(size: 10, color: RGBColor(hex: 0x0000FF))),
      ]))
    #expect(layout.runs.map(\.color) == [RGBColor(hex: 0xFF0000), RGBColor(hex: 0x0000FF)])
    #expect(layout.runs.map(\.text) == ["P", "Q"])
  }

  @Test func outlinesAreInEmsWithYDownwards() throws {
    let face = fonts.textFace
    let glyph = try #require(face.glyph(for: "H"))
    let bounds = try #require(face.outline(of: glyph).bounds)
    #expect(abs(bounds.maxY) < 0.01)
    #expect(abs(-bounds.minY - face.capHeight) < 0.01)
    let ink = try #require(face.inkBounds(of: glyph))
    #expect(abs(ink.minX - bounds.minX) < 0.002 && abs(ink.maxX - bounds.maxX) < 0.002)
  }

  @Test func manyThreadsSetTheSameTextAlike() async throws {
    let expected = try line("线程 thread 0.5")
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<16 {
        group.addTask { (try? self.line("线程 thread 0.5")) == expected }
      }
      for await same in group { #expect(same) }
    }
  }

  @Test func linesBreakBesideABoxAsBesideALetter() throws {
    let style = TextStyle(size: 10)
    func lines(_ before: String, _ after: String, width: Double) throws -> [Double: String] {
      let layout = try fonts.layout(
        Paragraph(
          [
            .text(before, style), .box(InlineBox(width: 10, ascent: 8, descent: 2)),
            .text(after, style),
          ], width: width))
      var lines: [Double: String] = [:]
      for run in layout.runs {
        guard let y = run.glyphs.first?.position.y else { continue }
        lines[(y * 100).rounded(), default: ""] += run.text
      }
      for origin in layout.boxOrigins { lines[(origin.y * 100).rounded(), default: ""] += "□" }
      return lines
    }
    // “$k$-th” and “the $D$s”: the letters go with the formula, whose box is named last here.
    for (before, after) in [("some words and ", "s"), ("some words and (", ")")] {
      let words = try lines(before, after, width: 78)
      #expect(words.count == 2 && words.values.contains { $0.hasSuffix(after + "□") }, "\(words)")
    }
    // Chinese characters break on both sides of a formula, but not before a comma.
    #expect(try lines("一二三四五六", "七八", width: 70).values.contains("一二三四五六□"))
    #expect(try lines("一二三四五六七", "八", width: 70).values.contains("八□"))
    #expect(try lines("一二三四五六", "，七八", width: 71).values.contains("，七八□"))
  }
}
