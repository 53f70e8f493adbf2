import BurinScene
import BurinText
import Testing

@Suite("Digests of fonts and the environment")
struct FontDigestTests {
  private struct Table {
    var tag: String
    var checksum: UInt8
    var offset: UInt8 = 0
    var length: UInt8 = 4
  }

  /// A font file's offset table and table records (OpenType, "Organization of an OpenType Font").
  private func directory(_ tables: [Table]) -> [UInt8] {
    [0, 1, 0, 0, 0, UInt8(tables.count), 0, 0, 0, 0, 0, 0]
      + tables.flatMap {
        Array($0.tag.utf8) + [0, 0, 0, $0.checksum, 0, 0, 0, $0.offset, 0, 0, 0, $0.length]
      }
  }

  /// A collection whose faces' directories lie behind its header.
  private func collection(_ faces: [[UInt8]]) -> [UInt8] {
    var start = 12 + 4 * faces.count
    var header = Array("ttcf".utf8) + [0, 1, 0, 0, 0, 0, 0, UInt8(faces.count)]
    for face in faces {
      header += [0, 0, 0, UInt8(start)]
      start += face.count
    }
    return header + faces.flatMap(\.self)
  }

  private func digest(_ bytes: [UInt8], index: Int = 0) -> String? {
    bytes.withUnsafeBytes { FontTableDirectory($0, index: index)?.digest }
  }

  private let base = [Table(tag: "CFF ", checksum: 1), Table(tag: "cmap", checksum: 2)]

  @Test("A table's name, checksum and length count; where it lies does not")
  func sensitivity() throws {
    let own = try #require(digest(directory(base)))
    #expect(own.count == 16)
    var moved = base
    moved[1].offset = 99
    #expect(digest(directory(moved)) == own)
    var others: [[Table]] = [base, base, base, Array(base.prefix(1))]
    others[0][1].checksum = 3
    others[1][1].length = 5
    others[2][1].tag = "glyf"
    let digests = others.compactMap { digest(directory($0)) }
    #expect(Set(digests + [own]).count == 5)
  }

  @Test("A face has one digest, alone and in a collection")
  func collections() {
    let other = [Table(tag: "CFF ", checksum: 9)]
    let file = collection([directory(other), directory(base)])
    #expect(digest(file, index: 1) == digest(directory(base)))
    #expect(digest(file, index: 0) == digest(directory(other)))
    #expect(digest(file, index: 2) == nil)
    #expect(digest(file, index: -1) == nil)
  }

  @Test("What is cut off has no digest")
  func truncated() {
    let file = collection([directory(base)])
    for length in 0..<file.count { #expect(digest(Array(file.prefix(length))) == nil) }
    #expect(digest(file) != nil)
    #expect(digest(directory([])) == nil)
  }

  @Test("The environment names libraries and every face")
  func environment() throws {
    let fonts = try FontLibrary.shared()
    let parts = fonts.environment
    for library in ["pango", "harfbuzz", "freetype"] {
      #expect(parts[library]?.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+/) != nil, "\(library)")
    }
    let face = try fonts.face(FontID("NotoSansCJKsc-Regular"))
    #expect(parts["font NotoSansCJKsc-Regular"] == face.digest)
    #expect(face.digest.wholeMatch(of: /[0-9a-f]{16}/) != nil)
    #expect(parts["font NotoSansCJKsc-Bold"] != face.digest)
    #expect(try FontLibrary().environment == parts)
  }
}
