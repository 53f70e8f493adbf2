/// Changes that know nothing of the format: some bytes changed, removed, doubled or taken from
/// another file.
enum ByteChanges {
  static func apply(
    to seed: [UInt8], _ seeds: [[UInt8]], _ numbers: inout Numbers
  ) -> [UInt8] {
    var bytes = seed
    for _ in 0...numbers.below(6) {
      guard !bytes.isEmpty else { break }
      let place = numbers.below(bytes.count)
      let length = min(1 + numbers.below(24), bytes.count - place)
      switch numbers.below(7) {
      case 0: bytes[place] ^= 1 << UInt8(numbers.below(8))
      case 1: bytes[place] = UInt8(numbers.below(256))
      case 2: bytes.removeSubrange(place..<place + length)
      case 3:
        bytes.insert(contentsOf: bytes[place..<place + length], at: numbers.below(bytes.count))
      case 4:
        guard let other = seeds.isEmpty ? nil : numbers.one(of: seeds), !other.isEmpty
        else { break }
        let start = numbers.below(other.count)
        bytes.insert(contentsOf: other[start..<min(other.count, start + length)], at: place)
      case 5: bytes.insert(contentsOf: numbers.one(of: TextChanges.numbers).utf8, at: place)
      default: bytes.removeSubrange(place...)
      }
    }
    return bytes
  }
}
