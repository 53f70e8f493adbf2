import BurinRaster
import BurinScene
import TestSupport
import Testing

@Suite("Malformed PNG files")
struct MalformedPNGTests {
  private func failure(_ bytes: [UInt8], _ limits: PNGLimits = .standard) -> PNGError? {
    do throws(PNGError) {
      _ = try PNGDecoder.decode(bytes, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  @Test("A file cut anywhere is cut off, never an image")
  func truncation() {
    for sample in [PNGSamples.plain, PNGSamples.interlaced, PNGSamples.texts, PNGSamples.palette] {
      for length in stride(from: 4, to: sample.count, by: 7) {
        #expect(failure(Array(sample.prefix(length))) == .truncated, "cut at \(length)")
      }
      #expect(failure(Array(sample.dropLast())) == .truncated)
    }
  }

  @Test("Any flipped bit after the signature is an error")
  func flippedBits() {
    for sample in [PNGSamples.plain, PNGSamples.texts, PNGSamples.palette] {
      for index in 8..<sample.count {
        var bytes = sample
        bytes[index] ^= 1 << UInt8(index % 8)
        #expect(failure(bytes) != nil, "byte \(index) of \(sample.count)")
      }
    }
  }

  @Test("A wrong checksum is named with its chunk")
  func checksum() {
    var bytes = PNGSamples.plain
    bytes[32] ^= 0xFF  // the last byte of IHDR's checksum
    #expect(failure(bytes) == .corrupt("IHDR: CRC error"))
    bytes = PNGSamples.texts
    bytes[33 + 8] ^= 0x20  // the first byte of the tEXt chunk: "Author" → "author"
    #expect(failure(bytes) == .corrupt("tEXt: CRC error"))
  }

  @Test("What is no PNG is said to be none")
  func otherFiles() {
    #expect(failure([]) == .notPNG)
    #expect(failure([0x89]) == .notPNG)
    #expect(failure(Array("GIF89a".utf8)) == .notPNG)
    #expect(failure([UInt8](repeating: 0, count: 100)) == .notPNG)
    // A text-mode transfer that turned CR LF into LF.
    var bytes = PNGSamples.plain
    bytes.remove(at: 4)
    #expect(failure(bytes) == .notPNG)
  }

  @Test("A huge header is refused before memory is taken")
  func hugeHeader() {
    #expect(
      failure(MalformedPNGSamples.huge)
        == .tooLarge(width: 20_000, height: 20_000, limits: .standard))
    var bytes = MalformedPNGSamples.huge
    bytes.replaceSubrange(16..<24, with: [0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF])
    #expect(
      failure(bytes)
        == .tooLarge(width: 2_147_483_647, height: 2_147_483_647, limits: .standard))
    bytes[16] = 0xFF
    #expect(failure(bytes) == .corrupt("size 4294967295 × 2147483647 is not possible in a PNG"))
  }

  @Test("Limits are the caller's to set")
  func limits() {
    // 9 × 7 = 63 pixels
    let enough = PNGLimits(maxSide: 9, maxPixels: 63, maxMetadataBytes: 100)
    #expect(failure(PNGSamples.plain, enough) == nil)
    for tight in [
      PNGLimits(maxSide: 8, maxPixels: 63, maxMetadataBytes: 100),
      PNGLimits(maxSide: 9, maxPixels: 62, maxMetadataBytes: 100),
      PNGLimits(maxSide: -1, maxPixels: 63, maxMetadataBytes: 100),
    ] {
      #expect(failure(PNGSamples.plain, tight) == .tooLarge(width: 9, height: 7, limits: tight))
    }
  }

  @Test("An empty size is refused")
  func zeroSize() {
    #expect(failure(MalformedPNGSamples.zeroWidth) == .emptyImage(width: 0, height: 4))
  }

  @Test("A text that unpacks beyond the limit is refused")
  func textBomb() {
    #expect(failure(MalformedPNGSamples.textBomb) == .metadataTooLarge(limit: 1 << 20))
    #expect(
      failure(PNGSamples.texts, PNGLimits(maxSide: 1, maxPixels: 1, maxMetadataBytes: 4))
        == .metadataTooLarge(limit: 4))
  }

  @Test("More texts than any file needs are refused")
  func manyTexts() {
    // IHDR ends at byte 33; the tEXt chunk after it has 12 bytes around its 12.
    let head = PNGSamples.texts[..<33]
    let text = PNGSamples.texts[33..<57]
    let rest = PNGSamples.texts[57...]
    // The sample has two texts after its image.
    let most = Array(head + [ArraySlice](repeating: text, count: 62).joined() + rest)
    #expect(failure(most) == nil)
    #expect(
      failure(Array(head + text + most[33...])) == .metadataTooLarge(limit: 1 << 20))
  }

  @Test("A huge chunk beside the pixels is refused")
  func hugeChunk() {
    // The length of the tEXt chunk becomes 2³¹ − 1.
    var bytes = PNGSamples.texts
    bytes.replaceSubrange(33..<37, with: [0x7F, 0xFF, 0xFF, 0xFF])
    #expect(failure(bytes) == .metadataTooLarge(limit: 1 << 20))
  }

  @Test(
    "Damage behind right checksums is an error that says what is wrong",
    arguments: [
      (MalformedPNGSamples.badDepth, "bit depth"),
      (MalformedPNGSamples.badColourType, "color type"),
      (MalformedPNGSamples.noPalette, "PLTE"),
      (MalformedPNGSamples.badAdler, "incorrect data check"),
      (MalformedPNGSamples.shortData, "Not enough image data"),
      (MalformedPNGSamples.noImage, "IEND"),
      (MalformedPNGSamples.badFilter, "filter"),
      (MalformedPNGSamples.unknownCritical, "ABCD"),
    ])
  func damage(bytes: [UInt8], words: String) throws {
    let error = try #require(failure(bytes))
    guard case .corrupt(let reason) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(reason.contains(words), "\(reason)")
  }

  /// A right file of 2 × 2 grey pixels, its chunks by name.
  private var chunks: [(name: String, data: [UInt8])] {
    [("IDAT", PNGFile.stored([0, 1, 2, 0, 3, 4])), ("IEND", [])]
  }

  private func file(_ chunks: [(name: String, data: [UInt8])], colorType: UInt8 = 0) -> [UInt8] {
    chunks.reduce(PNGFile(PNGFile.Header(width: 2, height: 2, colorType: colorType))) {
      $0.appending($1.name, $1.data)
    }.bytes
  }

  @Test("Chunks in a wrong order are refused")
  func order() {
    let (image, end) = (chunks[0], chunks[1])
    let half = image.data.count / 2
    let text: (name: String, data: [UInt8]) = ("tEXt", Array("Title".utf8) + [0, 65])
    #expect(failure(file([image, end])) == nil)
    #expect(failure(file([end, image])) == .corrupt("IEND: out of place"))
    // Image data that another chunk interrupts.
    #expect(
      failure(
        file([
          ("IDAT", Array(image.data[..<half])), text, ("IDAT", Array(image.data[half...])), end,
        ])
      ) == .corrupt("Not enough image data"))
    // A palette after the image that needs it.
    #expect(
      failure(file([image, ("PLTE", [0, 0, 0]), end], colorType: 3))
        == .corrupt("IDAT: Missing PLTE before IDAT"))
    // A second header.
    let header = PNGFile.bigEndian(2) + PNGFile.bigEndian(2) + [8, 0, 0, 0, 0]
    #expect(failure(file([("IHDR", header), image, end])) != nil)
    #expect(failure(PNGFile().appending("IDAT", image.data).appending("IEND").bytes) == .notPNG)
    #expect(failure(file([image, text, image, end])) != nil)
  }

  @Test("Data beyond the image is refused")
  func surplus() {
    let end = chunks[1]
    #expect(failure(file([("IDAT", PNGFile.stored([0, 1, 2, 0, 3, 4, 5])), end])) != nil)
    #expect(failure(file([("IDAT", PNGFile.stored([0, 1, 2, 0, 3, 4]) + [0]), end])) != nil)
    #expect(failure(file([("IDAT", PNGFile.stored([0, 1, 2, 0, 3])), end])) != nil)
    #expect(failure(file([("IDAT", []), end])) != nil)
  }

  @Test("A pixel beyond the palette is black")
  func beyondPalette() throws {
    let data = PNGFile.stored([0, 0, 1, 0, 2, 0])
    let bytes = file([("PLTE", [1, 2, 3, 4, 5, 6]), ("IDAT", data), chunks[1]], colorType: 3)
    let bitmap = try PNGDecoder.decode(bytes).bitmap
    #expect(bitmap[1, 0] == RGBColor(red: 4, green: 5, blue: 6))
    #expect(bitmap[0, 1] == RGBColor(red: 0, green: 0, blue: 0))
  }

  @Test("A chunk that nobody knows is skipped, unless it is huge or necessary")
  func unknownChunks() {
    let (image, end) = (chunks[0], chunks[1])
    #expect(failure(file([("vpAg", [1, 2, 3]), image, end])) == nil)
    #expect(failure(file([("VPAg", [1, 2, 3]), image, end])) != nil)
    let huge = [UInt8](repeating: 0, count: (1 << 20) + 1)
    let error = PNGError.chunkTooLarge(name: "vpAg", bytes: huge.count, limit: 1 << 20)
    #expect(failure(file([("vpAg", huge), image, end])) == error)
    #expect(failure(file([image, ("vpAg", huge), end])) == error)
  }

  @Test("Messages are one line")
  func messages() {
    for error in [
      PNGError.notPNG, .truncated, .corrupt("IDAT: CRC error"), .emptyImage(width: 0, height: 1),
      .tooLarge(width: 20_000, height: 20_000, limits: .standard), .metadataTooLarge(limit: 9),
    ] {
      #expect(!error.description.contains("\n"))
    }
    #expect(PNGError.corrupt("IDAT: CRC error").description == "PNG is damaged: IDAT: CRC error")
  }
}
