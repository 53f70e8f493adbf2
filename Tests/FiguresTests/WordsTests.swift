import BurinFigures
import BurinLint
import Figures
import Testing

@Suite("Words of the author's own")
struct FigureWordsTests {
  private static let named = Catalog.entries.filter { $0.words.contains("outcomes") }.map(\.id)
  private static let lists = [
    "red ball,green ball,blue ball", "A$B%_{x},**bold**,c\\,d",
    "the desert in summer,rain before noon,a cloudy evening",
  ]

  @Test("Six figures take names of outcomes") func figures() { #expect(Self.named.count == 6) }

  @Test("Pictures with other names show them and are clean", arguments: named, lists)
  func names(_ id: String, _ list: String) throws {
    let entry = try #require(Catalog.entry(id))
    for language in Catalog.languages {
      let rendering = try entry.render(
        [.init(name: "outcomes", value: list)], language: language)
      let text = rendering.scene.strings.joined(separator: " ")
      let first = String(list.prefix { $0 != "," })
      #expect(text.contains(first) || text.contains(first.uppercasedFirst), "\(text)")
      for own in ["sunny", "Sunny", "weather", "晴", "天气"] {
        #expect(!text.contains(own), "\(text)")
      }
      #expect(rendering.lint() == [])
      #expect(rendering.diagnostics.isEmpty)
    }
  }

  /// Parameters of names beside outcomes: values, and words of the figure that must not be left.
  static let others: [(id: String, name: String, value: String, own: [String])] = [
    (
      "05_two_distributions", "chapters", "algebra,long geometry,C\\,D,$4_{x},the **end**",
      ["Chapter 1", "chapter", "第 1 章", "章节"]
    ),
    ("07_cross_entropy", "languages", "Old High German,$Q_{x}", ["pinyin", "拼音", "英文"]),
    (
      "11_rlhf", "replies", "yes,no,maybe,ask again,it depends,what a question",
      ["flatter", "拍马屁"]
    ),
  ]

  @Test("Chapters, languages and replies have names of one's own", arguments: others.indices)
  func otherNames(_ index: Int) throws {
    let (id, name, value, own) = Self.others[index]
    let entry = try #require(Catalog.entry(id))
    for language in Catalog.languages {
      let rendering = try entry.render([.init(name: name, value: value)], language: language)
      let scene = rendering.scene
      let text = (scene.strings + [scene.title, scene.altText]).joined(separator: " ")
      for shown in try Words(parameterText: value).strings {
        #expect(
          text.contains(shown.prefix { $0 != "*" }.split(separator: " ")[0]), "\(shown): \(text)")
      }
      for word in own { #expect(!text.contains(word), "\(word): \(text)") }
      #expect(rendering.lint() == [])
      #expect(rendering.diagnostics.isEmpty)
      #expect(throws: ParameterError.self) {
        try entry.render([.init(name: name, value: "only one")], language: language)
      }
    }
  }

  @Test("A title of one's own is markup, also for one language alone, and names the picture")
  func title() throws {
    let entry = try #require(Catalog.entry("09_kl_calculation"))
    let settings = [
      FigureEntry.Setting(name: "title", value: "$D_{\\mathrm{KL}}$ of **balls**"),
      FigureEntry.Setting(name: "title.zh", value: "小球"),
    ]
    let english = try entry.render(settings, language: .en).scene
    #expect(english.title == "DKL of balls")
    #expect(try entry.render(settings, language: .zh).scene.title == "小球")
    let plain = try entry.render(language: .en).scene.title
    #expect(plain != english.title)
  }

  @Test("Words that nothing takes are refused")
  func refused() throws {
    let entry = try #require(Catalog.entry("04_distribution"))
    for (name, value, message) in [
      ("outcomes", "a,b", "no such parameter; it has sides, title, subtitle"),
      ("title", " ", "is empty"), ("title.z_", "x", "is no language"),
    ] {
      #expect { try entry.render([.init(name: name, value: value)]) } throws: {
        "\($0)".contains(message)
      }
    }
  }
}

extension String {
  fileprivate var uppercasedFirst: String { prefix(1).uppercased() + dropFirst() }
}
