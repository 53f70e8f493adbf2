import BurinRaster

/// A PDF as Cairo writes it, in objects that can be changed and added to.
///
/// ISO 32000-1, section 7.5: a header, objects that begin with their number, one table of offsets.
struct PDFFile {
  /// The objects by number, as they stand between `obj` and `endobj`.
  private var objects: [Int: [UInt8]] = [:]
  /// The numbers in the order of the file.
  private(set) var numbers: [Int] = []
  private let root: Int
  private let info: Int

  /// Reads a file; nil where it is not one section with a table of offsets.
  init?(_ file: [UInt8]) {
    guard let keyword = file.ends(of: "startxref\n").last,
      let start = Self.number(file[keyword...]), start < file.count,
      let header = file.ends(of: "xref\n0 ", from: start).first, header == start + 7,
      let count = Self.number(file[header...]),
      let line = file[header...].firstIndex(of: UInt8(ascii: "\n"))
    else { return nil }
    guard count >= 0, count <= (file.count - line) / 20,
      let root = Self.reference("/Root ", in: file[line...]),
      let info = Self.reference("/Info ", in: file[line...])
    else { return nil }
    (self.root, self.info) = (root, info)
    var places: [(number: Int, offset: Int)] = []
    for number in 0..<count {
      let entry = line + 1 + 20 * number
      guard file[entry + 17] == UInt8(ascii: "n"), let offset = Self.number(file[entry...]),
        offset < start
      else { continue }
      places.append((number, offset))
    }
    places.sort { $0.offset < $1.offset }
    for (index, place) in places.enumerated() {
      let end = index + 1 < places.count ? places[index + 1].offset : start
      let head = Array("\(place.number) 0 obj\n".utf8)
      guard place.offset + head.count <= end,
        file[place.offset..<(place.offset + head.count)].elementsEqual(head),
        let body = Self.body(file[(place.offset + head.count)..<end])
      else { return nil }
      objects[place.number] = body
      numbers.append(place.number)
    }
  }

  // MARK: Objects

  /// The numbers of the elements of the structure of a kind, in their order.
  func elements(_ kind: String) -> [Int] {
    numbers(beginningWith: "<< /Type /StructElem\n   /S /\(kind)\n")
  }

  /// The numbers of the pages.
  var pages: [Int] { numbers(beginningWith: "<< /Type /Page ") }

  private func numbers(beginningWith text: String) -> [Int] {
    let wanted = Array(text.utf8)
    return numbers.filter { objects[$0]?.starts(with: wanted) ?? false }
  }

  /// Adds entries to a dictionary, behind its type and an element's kind.
  mutating func add(_ entries: String, to number: Int) {
    guard var object = objects[number], object.starts(with: Array("<< /Type".utf8)) else { return }
    let isElement = object.starts(with: Array("<< /Type /StructElem\n".utf8))
    let lines = object.indices.lazy.filter { object[$0] == UInt8(ascii: "\n") }
    guard let end = Array(lines.prefix(isElement ? 2 : 1)).last else { return }
    object.insert(contentsOf: Array("   \(entries)\n".utf8), at: end + 1)
    objects[number] = object
  }

  /// Adds entries to the catalog.
  mutating func addToCatalog(_ entries: String) { add(entries, to: root) }

  /// Adds an object and returns its number.
  mutating func append(_ body: [UInt8]) -> Int {
    let number = (objects.keys.max() ?? 0) + 1
    objects[number] = body
    numbers.append(number)
    return number
  }

  /// Adds a stream and returns its number.
  mutating func append(stream bytes: [UInt8], _ entries: String) -> Int {
    append(Self.stream(bytes, entries))
  }

  /// Rewrites the commands of a page.
  mutating func rewriteContents(of page: Int, _ body: ([UInt8]) -> [UInt8]) throws(RenderError) {
    guard let object = objects[page], let number = Self.reference("/Contents ", in: object[...]),
      let contents = objects[number],
      let start = contents.ends(of: "stream\n").first,
      let length = Self.reference("/Length ", in: contents[..<start]).flatMap({ objects[$0] })
        .flatMap({ Self.number($0.drop { $0 == UInt8(ascii: " ") }) }),
      start + length <= contents.count,
      contents[..<start].contains(text: "/FlateDecode"),
      let commands = Deflate.unpacked(
        Array(contents[start..<(start + length)]), limit: max(1 << 20, length * 1_040))
    else { throw .pdfStructure("Cairo wrote a page without commands") }
    objects[number] = Self.stream(Deflate.packed(body(commands)), "/Filter /FlateDecode")
  }

  private static func stream(_ bytes: [UInt8], _ entries: String) -> [UInt8] {
    Array("<< \(entries)\n   /Length \(bytes.count)\n>>\nstream\n".utf8) + bytes
      + Array("\nendstream\n".utf8)
  }

  // MARK: The file

  /// The file.
  var bytes: [UInt8] {
    // The comment says that the file is binary (section 7.5.2).
    var result = Array("%PDF-1.7\n%".utf8) + [0xB5, 0xED, 0xAE, 0xFB, 0x0A]
    var offsets: [Int: Int] = [:]
    for number in numbers {
      guard let body = objects[number] else { continue }
      offsets[number] = result.count
      result += Array("\(number) 0 obj\n".utf8)
      result += body
      result += Array("endobj\n".utf8)
    }
    let start = result.count
    let count = (objects.keys.max() ?? 0) + 1
    var table = "xref\n0 \(count)\n"
    for number in 0..<count {
      if let offset = offsets[number] {
        table += Self.padded(offset) + " 00000 n \n"
      } else {
        table += "0000000000 65535 f \n"
      }
    }
    table += "trailer\n<< /Size \(count)\n   /Root \(root) 0 R\n   /Info \(info) 0 R\n"
    table += ">>\nstartxref\n\(start)\n%%EOF\n"
    return result + Array(table.utf8)
  }

  private static func padded(_ offset: Int) -> String {
    let digits = String(offset)
    return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
  }

  /// A text string (section 7.9.2.2): UTF-16 with its mark, in hexadecimal digits.
  static func text(_ string: String) -> String {
    var digits = "<FEFF"
    for unit in string.utf16 {
      let code = String(unit, radix: 16, uppercase: true)
      digits += String(repeating: "0", count: 4 - code.count) + code
    }
    return digits + ">"
  }

  // MARK: Reading

  private static func body(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    let end = Array("endobj".utf8)
    var index = bytes.endIndex - end.count
    while index >= bytes.startIndex {
      if bytes[index..<(index + end.count)].elementsEqual(end) {
        return Array(bytes[bytes.startIndex..<index])
      }
      index -= 1
    }
    return nil
  }

  private static func reference(_ key: String, in bytes: ArraySlice<UInt8>) -> Int? {
    Array(bytes).ends(of: key).first.flatMap { number(Array(bytes)[$0...]) }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    let digits = bytes.prefix(12).prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}

extension ArraySlice<UInt8> {
  fileprivate func contains(text: String) -> Bool { !Array(self).ends(of: text).isEmpty }
}

extension [UInt8] {
  /// Where each occurrence of a text ends, in order.
  fileprivate func ends(of text: String, from start: Int = 0) -> [Int] {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return [] }
    var result: [Int] = []
    var index = start
    while index + wanted.count <= count {
      guard let next = self[index...].firstIndex(of: first), next + wanted.count <= count else {
        break
      }
      if self[next..<(next + wanted.count)].elementsEqual(wanted) {
        result.append(next + wanted.count)
      }
      index = next + 1
    }
    return result
  }
}
