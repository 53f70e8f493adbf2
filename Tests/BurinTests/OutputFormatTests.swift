import Burin
import Testing

/// The scene's text form as a format of one's own.
private struct SceneText: SceneEncoder {
  let fileExtension = "scene"
  let mediaType = "text/plain; charset=utf-8"
  func encode(_ scene: Scene) -> [UInt8] { Array(scene.text.utf8) }
}

@Suite("Formats of files")
struct OutputFormatTests {
  @Test("A format of one's own is written as Burin's are")
  func ownFormat() throws {
    let picture = try Text("5 apples").render(OutputFormat(SceneText()))
    #expect(picture.bytes == Array(picture.scene.text.utf8))
  }

  @Test("Each format has a file name's end and a media type")
  func names() {
    let formats = OutputFormat.all()
    #expect(formats.map(\.fileExtension) == ["png", "svg", "pdf"])
    #expect(formats.map(\.mediaType) == ["image/png", "image/svg+xml", "application/pdf"])
  }

  @Test("The scale of the formats is that of PNG's pixels")
  func scale() throws {
    let png = try #require(OutputFormat.all(scale: 0.5).first)
    let bytes = try Text("x").render(png, RenderOptions(width: 200, height: 100)).bytes
    // Width and height in the header of a PNG file.
    #expect(Array(bytes[16..<24]) == [0, 0, 0, 100, 0, 0, 0, 50])
  }

  @Test("SVG takes a page's wishes, and refuses a prefix that is no XML name")
  func svg() throws {
    func text(_ format: OutputFormat) throws -> String {
      let options = RenderOptions(width: 300, height: 200, title: "x")
      return String(decoding: try Text("x").render(format, options).bytes, as: UTF8.self)
    }
    #expect(try text(.svg) == text(.svg()))
    let svg = try text(.svg(idPrefix: "a-1", sizing: .responsive, includesBackground: false))
    #expect(svg.contains(" width=\"100%\" viewBox=\"0 0 300 200\""))
    #expect(svg.contains("<title id=\"a-1-title\">x</title>") && !svg.contains("<rect"))
    #expect { try text(.svg(idPrefix: "1 a")) } throws: {
      "\($0)".hasPrefix("idPrefix is “1 a”; it must begin with a letter or _")
    }
  }
}
