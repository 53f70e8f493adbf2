import Burin
import Foundation
import TestSupport
import Testing

/// The scene's text form as a format of one's own.
private struct SceneText: SceneEncoder {
  var fileExtension = "scene"
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

  @Test("A file is written as its name says, and refused where the name says something else")
  func fileNames() throws {
    let folder = try TemporaryFolder()
    let options = RenderOptions(width: 200, height: 100, title: "x")
    for (name, format) in [
      ("a.png", OutputFormat.png), ("b.c.SVG", .svg), ("a.pdf", .pdf), ("a.html", .html),
    ] {
      try Text("x").write(to: folder.url(name).path, options)
      #expect(try folder.bytes(name) == Text("x").render(format, options).bytes)
    }
    func code(_ name: String, _ format: OutputFormat? = nil) throws -> String? {
      do throws(BurinError) {
        try Text("x").write(to: folder.url(name).path, as: format, options)
        return nil
      } catch {
        #expect(error.category == .options && "\(error)".contains(name))
        return error.code
      }
    }
    #expect(try code("b.png", .svg) == "file.other-format")
    #expect(try code("b.pdf", .png) == "file.other-format")
    #expect(try code("b.svgz", .svg) == "file.other-format")
    for name in ["b", "b.txt", "b.jpg", ".png", "b.png/c", "b."] {
      #expect(try code(name) == "file.unknown-format")
    }
    let jpeg = OutputFormat(SceneText(fileExtension: "jpeg"))
    #expect(try code("c.jpg", jpeg) == nil && code("c.htm", .html) == nil)
    #expect(try code("c.png", jpeg) == "file.other-format")
    // A name that no format of pictures has is the caller's own matter.
    #expect(try code("b.tmp", .svg) == nil)
    #expect(try code("b", .png) == nil)
    #expect(
      try folder.names() == ["a.html", "a.pdf", "a.png", "b", "b.c.SVG", "b.tmp", "c.htm", "c.jpg"])
  }
}
