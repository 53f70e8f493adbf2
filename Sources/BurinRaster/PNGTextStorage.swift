import CPNG

/// Owns null-terminated copies of texts for as long as libpng reads them.
final class PNGTextStorage {
  let texts: UnsafeMutablePointer<cpng_text>
  private let characters: UnsafeMutablePointer<CChar>

  init(_ source: [PNGText]) {
    let length = source.reduce(1) {
      $0 + $1.keyword.utf8.count + $1.text.utf8.count + $1.language.utf8.count + 3
    }
    characters = .allocate(capacity: length)
    texts = .allocate(capacity: source.count + 1)
    var next = characters
    func store(_ string: String) -> UnsafePointer<CChar> {
      let start = next
      for byte in string.utf8 {
        next.initialize(to: CChar(bitPattern: byte))
        next += 1
      }
      next.initialize(to: 0)
      next += 1
      return UnsafePointer(start)
    }
    for (index, text) in source.enumerated() {
      (texts + index).initialize(
        to: cpng_text(
          keyword: store(text.keyword), text: store(text.text), language: store(text.language),
          is_utf8: true))
    }
  }

  deinit {
    texts.deallocate()
    characters.deallocate()
  }
}
