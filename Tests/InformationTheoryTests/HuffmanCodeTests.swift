import InformationTheory
import Testing

@Suite("Huffman codes")
struct HuffmanCodeTests {
  // R. Lewand, Cryptological Mathematics (2000), per cent.
  let english: [Double] = [
    8.167, 1.492, 2.782, 4.253, 12.702, 2.228, 2.015, 6.094, 6.966, 0.153, 0.772, 4.025, 2.406,
    6.749, 7.507, 1.929, 0.095, 5.987, 6.327, 9.056, 2.758, 0.978, 2.360, 0.150, 1.974, 0.074,
  ]
  // Letter counts of a Chinese text in pinyin.
  let pinyin: [Double] = [
    1094, 194, 139, 441, 824, 179, 816, 751, 1581, 240, 49, 206, 128, 1389, 497, 36, 113, 54, 378,
    93, 806, 30, 113, 315, 288, 359,
  ]

  // Values: an independent Huffman construction in Python (heapq).
  @Test("English letters cost 4.2051 bits in their own code and 4.8775 in that of pinyin")
  func englishLetters() throws {
    let p = try Distribution(counts: english)
    let q = try Distribution(counts: pinyin)
    let matched = HuffmanCode(for: p)
    let mismatched = HuffmanCode(for: q)
    #expect(abs(try matched.averageLength(under: p).bits / 4.205062050620506 - 1) < 1e-12)
    #expect(abs(try mismatched.averageLength(under: p).bits / 4.877528775287754 - 1) < 1e-12)
    #expect(matched.lengths[19] == 3)
    #expect(mismatched.lengths[19] == 7)
  }

  @Test("An average lies within one bit above the entropy")
  func averageIsNearEntropy() throws {
    let p = try Distribution(counts: english)
    let average = try HuffmanCode(for: p).averageLength(under: p)
    #expect(average >= p.entropy())
    #expect(average < p.entropy() + .bits(1))
  }

  @Test("Powers of two get their exact lengths, in the order of the outcomes")
  func powersOfTwo() throws {
    let code = HuffmanCode(for: try Distribution([0.125, 0.5, 0.125, 0.25]))
    #expect(code.lengths == [3, 1, 3, 2])
    #expect(code.codeWords == ["110", "0", "111", "10"])
  }

  @Test("Ties give the shortest longest word")
  func tiesAreBalanced() throws {
    // 0.4, 0.2, 0.2, 0.1, 0.1 also has an optimal code with lengths 1, 2, 3, 4, 4.
    let code = HuffmanCode(for: try Distribution([0.4, 0.2, 0.2, 0.1, 0.1]))
    #expect(code.lengths == [2, 2, 2, 3, 3])
    #expect(HuffmanCode(for: try .uniform(8)).lengths == Array(repeating: 3, count: 8))
  }

  @Test("One outcome has the word 0")
  func oneOutcome() throws {
    let code = HuffmanCode(for: try Distribution([1]))
    #expect(code.codeWords == ["0"])
    #expect(code.lengths == [1])
  }

  @Test("Impossible outcomes have words that cost nothing")
  func zeros() throws {
    let p = try Distribution([0.5, 0, 0.5, 0])
    let code = HuffmanCode(for: p)
    #expect(Set(code.codeWords).count == 4)
    #expect(try code.averageLength(under: p) == .bits(1.5))
    #expect(code.lengths == [2, 3, 1, 3])
  }

  @Test("No word starts another, and the words fill the tree", arguments: [2, 3, 7, 26, 100])
  func prefixFree(count: Int) throws {
    let p = try Distribution(counts: (1...count).map { Double($0 * $0) })
    let code = HuffmanCode(for: p)
    let words = code.codeWords.sorted()
    for (word, next) in zip(words, words.dropFirst()) { #expect(!next.hasPrefix(word)) }
    #expect(words.map(\.count).sorted() == code.lengths.sorted())
    #expect(code.lengths.map { 1 / Double(1 << $0) }.reduce(0, +) == 1)
  }

  @Test("Words may be longer than 64 bits")
  func longWords() throws {
    let p = try Distribution(
      counts: (0..<100).map { Double(sign: .plus, exponent: -$0, significand: 1) })
    let words = HuffmanCode(for: p).codeWords
    #expect(words[0] == "0")
    #expect(words[99] == String(repeating: "1", count: 99))
    #expect(words[98] == String(repeating: "1", count: 98) + "0")
  }

  @Test("A distribution over other outcomes is refused")
  func wrongCount() throws {
    let code = HuffmanCode(for: try .uniform(3))
    #expect(throws: DistributionError.wrongValueCount(kind: "code words", values: 3, outcomes: 2)) {
      try code.averageLength(under: .uniform(2))
    }
  }
}
