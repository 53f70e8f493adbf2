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
}
