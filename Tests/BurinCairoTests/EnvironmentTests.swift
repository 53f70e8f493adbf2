import BurinCairo
import BurinGeometry
import BurinRaster
import BurinScene
import BurinText
import Testing

@Suite("What drew a picture, and how")
struct EnvironmentTests {
  @Test("The environment names the libraries, the machine and the setting")
  func parts() throws {
    let fonts = try FontLibrary.shared()
    let parts = CairoRenderer(fonts: fonts).environment
    for library in ["cairo", "pixman"] {
      #expect(parts[library]?.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+/) != nil, "\(library)")
    }
    #expect(parts["rasterization"] == "good, tolerance 0.03")
    #expect(parts["architecture"] != nil)
    #expect(fonts.environment.allSatisfy { parts[$0.key] == $0.value })
    let other = CairoRenderer(
      fonts: fonts, rasterization: Rasterization(antialiasing: .fast, tolerance: 0.03))
    #expect(other.environment["rasterization"] == "fast, tolerance 0.03")
  }

  @Test("The environment of a scene names the fallback faces that set it, and no others")
  func fallbackFaces() throws {
    let fonts = try FontLibrary.shared()
    let renderer = CairoRenderer(fonts: fonts)
    func parts(_ text: String) throws -> [String: String] {
      let layout = try fonts.layout(Paragraph([.text(text, TextStyle(size: 10))]))
      return try renderer.environment(
        of: Scene(size: Size(100, 20), items: layout.runs.map { .glyphs($0) }))
    }
    #expect(try parts("abc") == renderer.environment)
    var expected = renderer.environment
    expected["font NotoSans-Regular"] = try fonts.face(FontID("NotoSans-Regular")).digest
    #expect(try parts("abc Šířka") == expected)
  }

  @Test("A coarser setting draws other edges of the same shape")
  func rasterization() throws {
    let scene = Scene(
      size: Size(20, 20), items: [.fill(.circle(Point(10, 10), radius: 8), .black)])
    func bitmap(_ rasterization: Rasterization) throws -> Bitmap {
      try CairoRenderer(fonts: .shared(), rasterization: rasterization).bitmap(scene, scale: 2)
    }
    let standard = try bitmap(.standard)
    #expect(try bitmap(.standard) == standard)
    #expect(try bitmap(Rasterization(antialiasing: .good, tolerance: 2)) != standard)
    #expect(standard[20, 20] == RGBColor(red: 0, green: 0, blue: 0))
  }

  @Test("A tolerance that is no length is held to one", arguments: [-1, 0, .nan, .infinity])
  func tolerance(value: Double) {
    let rasterization = Rasterization(antialiasing: .good, tolerance: value)
    #expect((0.001...10).contains(rasterization.tolerance))
  }
}
