import BurinGolden
import TestSupport
import Testing

@Suite("Manifests of goldens")
struct GoldenManifestTests {
  private let debian = Fingerprint(["architecture": "x86_64", "cairo": "1.16.0"])
  private let mac = Fingerprint(["architecture": "arm64", "cairo": "1.18.0"])

  @Test("The text has one line a golden, sorted, and each environment once")
  func text() throws {
    let manifest = GoldenManifest(goldens: ["b.zh": debian, "a.en": debian, "c": mac])
    let ids = [debian.id, mac.id].sorted()
    let first = ids[0] == debian.id ? debian : mac
    let second = ids[0] == debian.id ? mac : debian
    func members(_ fingerprint: Fingerprint) -> String {
      """
            "architecture": "\(fingerprint.parts["architecture"] ?? "")",
            "cairo": "\(fingerprint.parts["cairo"] ?? "")"
      """
    }
    #expect(
      manifest.text == """
        {
          "version": 1,
          "environments": {
            "\(ids[0])": {
        \(members(first))
            },
            "\(ids[1])": {
        \(members(second))
            }
          },
          "goldens": {
            "a.en": "\(debian.id)",
            "b.zh": "\(debian.id)",
            "c": "\(mac.id)"
          }
        }

        """)
    #expect(try GoldenManifest(text: manifest.text) == manifest)
  }

  @Test("Names with quotation marks, control characters and other scripts are kept")
  func escapes() throws {
    let odd = Fingerprint(["font \"A\"\\": "1\u{1}\n2", "字体": "é🎲"])
    let manifest = GoldenManifest(goldens: ["图": odd])
    #expect(try GoldenManifest(text: manifest.text) == manifest)
    let escaped = manifest.text.replacing("🎲", with: #"\ud83c\uDFB2"#).replacing(
      "图", with: #"\u56fe"#)
    #expect(try GoldenManifest(text: escaped) == manifest)
  }

  @Test("An empty manifest is read back")
  func empty() throws {
    #expect(try GoldenManifest(text: GoldenManifest().text) == GoldenManifest())
  }

  @Test(
    "What is malformed is told",
    arguments: [
      ("", "line 1: the text ends; a value is needed"),
      ("{", "line 1: a name in quotation marks is needed"),
      ("{\"version\"", "line 1: a colon is needed"),
      ("{\"version\": 1", "line 1: a comma or } is needed"),
      ("{\"version\": 1}\n\n}", "line 3: the text should end here"),
      ("{\"version\": 01}", "line 1: “01” is not a number"),
      ("{\"version\": 1.}", "line 1: “1.” is not a number"),
      ("{\"version\": \"1\"}", "it has no version"),
      ("{\"version\": 2}", "its version is 2; this Burin reads version 1"),
      ("{\"version\": 1}", "it has no object “environments”"),
      ("{\"version\": 1, \"environments\": {}}", "it has no object “goldens”"),
      ("[1, 2", "line 1: a comma or ] is needed"),
      ("[tru]", "line 1: a value is needed"),
      ("[\"a\nb\"]", "line 1: a text has no line ends or control characters"),
      ("[\"\\x\"]", "line 1: there is no such escape in JSON"),
      ("[\"\\u12\"]", "line 1: \\u needs four hexadecimal digits"),
      ("[\"\\ud800\"]", "line 1: half a pair of \\u escapes"),
      ("[\"\\ud800\\u0041\"]", "line 1: half a pair of \\u escapes"),
      ("[\"", "line 1: a text lacks its closing quotation mark"),
      ("{\"a\": 1, \"a\": 2}", "line 1: “a” stands here twice"),
      (
        "{\"version\": 1, \"environments\": {\"x\": 1}, \"goldens\": {}}",
        "environment “x” is not an object"
      ),
      (
        "{\"version\": 1, \"environments\": {\"x\": {\"cairo\": 1}}, \"goldens\": {}}",
        "“cairo” of environment “x” is not a text"
      ),
      (
        "{\"version\": 1, \"environments\": {}, \"goldens\": {\"a\": \"x\"}}",
        "golden “a” names environment “x”, which is not listed"
      ),
      (
        "{\"version\": 1, \"environments\": {}, \"goldens\": {\"a\": null}}",
        "golden “a” does not name its environment"
      ),
    ])
  func malformed(text: String, message: String) {
    let problem = #expect(throws: GoldenManifest.Problem.self) { try GoldenManifest(text: text) }
    #expect(problem?.description == message)
  }

  @Test("Values nested too deep are an error")
  func depth() {
    let text = String(repeating: "[", count: 100_000)
    #expect(throws: GoldenManifest.Problem.self) { try GoldenManifest(text: text) }
  }

  @Test("Damaged texts give an error or a manifest, never a crash")
  func damage() {
    let bytes = Array(
      GoldenManifest(goldens: ["b.zh": debian, "a.en": debian, "c": mac]).text.utf8)
    var generator = SplitMix64(seed: 3)
    for _ in 0..<2000 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: 0..<damaged.count, using: &generator)
        damaged[place] = Array("{}[]\",:\\u1-e\n".utf8).randomElement(using: &generator) ?? 0
      }
      guard let manifest = try? GoldenManifest(text: String(decoding: damaged, as: UTF8.self))
      else { continue }
      #expect((try? GoldenManifest(text: manifest.text)) == manifest)
    }
  }
}
