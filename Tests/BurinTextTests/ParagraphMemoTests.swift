import BurinGeometry
import BurinScene
import BurinText
import Testing

@Suite("Paragraphs shaped once")
struct ParagraphMemoTests {
  private let fonts: FontLibrary

  init() throws { fonts = try FontLibrary.shared() }

  private func paragraph(
    _ text: String, width: Double?, _ alignment: Paragraph.Alignment = .leading,
    balanced: Bool = false
  ) -> Paragraph {
    Paragraph(
      [
        .text(text, TextStyle(size: 10)), .box(InlineBox(width: 12.34, ascent: 8, descent: 2)),
        .text(" end", TextStyle(size: 10, weight: .bold)),
      ], width: width, alignment: alignment, balanced: balanced, language: "en")
  }

  @Test(
    "Lines taken from the memo are the lines that a new shaping gives",
    arguments: ["one", "some words that may be broken, 还有 汉字", "two\nlines of words", ""])
  func equality(text: String) throws {
    let memo = ParagraphMemo(fonts: fonts, limit: 1 << 20)
    let natural = try fonts.layout(paragraph(text, width: nil)).size.width
    // From the widest down and up again, so that later widths meet lines of earlier ones.
    let steps = stride(from: natural + 3, through: 20, by: -1.37).map { $0 }
    let widths: [Double?] = steps + [nil, natural, natural + 0.01] + steps.reversed()
    for width in widths {
      for balanced in [false, true] {
        for alignment in Paragraph.Alignment.allCases {
          let asked = paragraph(text, width: width, alignment, balanced: balanced)
          #expect(try memo.layout(asked) == fonts.layout(asked), "\(String(describing: width))")
        }
      }
    }
  }

  @Test("A text that fits is shaped once for all widths and alignments")
  func oneShaping() throws {
    let memo = ParagraphMemo(fonts: fonts, limit: 1 << 20)
    for width in [200, nil, 300, 100.5] {
      for alignment in Paragraph.Alignment.allCases {
        _ = try memo.layout(paragraph("short", width: width, alignment))
      }
    }
    #expect(memo.shapedCount == 1)
  }

  @Test("Broken lines are kept for every width that breaks them alike")
  func brokenLines() throws {
    let memo = ParagraphMemo(fonts: fonts, limit: 1 << 20)
    let text = "some words that must be broken into lines"
    let broken = try memo.layout(paragraph(text, width: 90))
    #expect(broken.lineCount > 2)
    #expect(try memo.layout(paragraph(text, width: broken.size.width)) == broken)
    #expect(memo.shapedCount == 1)
  }

  @Test("The memo keeps within its bytes, whatever it is given")
  func bound() throws {
    let memo = ParagraphMemo(fonts: fonts, limit: 50_000)
    let long = String(repeating: "word ", count: 100)
    for index in 0..<100 {
      _ = try memo.layout(paragraph("\(index) \(long)", width: 200))
      #expect(memo.bytes <= 50_000)
    }
    #expect(memo.textCount < 20)
  }

  @Test("A value larger than a memo is not kept, and others are")
  func largeValue() {
    var memo = ByteBoundedMemo<Int, String>(limit: 100)
    memo.store("small", for: 1, bytes: 60)
    memo.store("large", for: 2, bytes: 101)
    #expect(memo[1] == "small")
    #expect(memo[2] == nil)
    memo.store("other", for: 1, bytes: 90)
    #expect(memo.bytes == 90)
    memo.store("next", for: 3, bytes: 20)
    #expect(memo[1] == nil)
    #expect(memo[3] == "next")
  }

  @Test("A process keeps a few font libraries, those used last")
  func libraries() throws {
    func families(_ count: Int) -> FontFamilies {
      FontFamilies(
        text: Array(repeating: "Noto Sans CJK SC", count: count), math: FontFamilies.standard.math)
    }
    let first = try FontLibrary.shared(families(20))
    for count in 21...28 { _ = try FontLibrary.shared(families(count)) }
    #expect(try FontLibrary.shared(families(20)) !== first)
    let last = try FontLibrary.shared(families(28))
    #expect(try FontLibrary.shared(families(28)) === last)
  }
}
